/** @typedef {import('./answer.mjs').Block} Block */
/** @typedef {{ from: string, to: string, cause: string, also: readonly string[], shownBy: readonly string[] }} TrueBlock */

/** Clocks of readers and logs are off by up to ten minutes in these cases. */
const TOLERANCE = 10 * 60_000

/**
 * Holds what a tool said of a case against what was true. Of several blocks that meet a true one the best counts where it
 * names the cause, then the worst: a wrong name is not made good by silence beside it.
 *
 * @param {{ blocks: readonly TrueBlock[] }} truth
 * @param {readonly Block[]} said
 */
export function scoreCase(truth, said) {
  const judged = truth.blocks.map((block) => {
    const meeting = said.filter((each) => meets(each, block))
    const causes = meeting.map(({ cause }) => cause)
    const real = [block.cause, ...block.also]
    const others = truth.blocks.filter(
      (other) => other !== block && meeting.some((each) => meets(each, other)),
    )
    const allowed = new Set([...real, ...others.flatMap((other) => [other.cause, ...other.also])])
    const word = causes.some((cause) => real.includes(cause))
      ? 'right'
      : causes.some((cause) => cause !== 'unknown' && !allowed.has(cause))
        ? 'wrong'
        : meeting.length > 0
          ? 'unknown'
          : 'missed'
    return {
      word,
      cause: block.cause,
      isShown: block.shownBy.length > 0,
      isExcluded: meeting.some((each) => each.from !== null && each.ruledOut.includes(block.cause)),
    }
  })
  const groundless = said.filter(
    (each) => each.from !== null && !truth.blocks.some((block) => meets(each, block)),
  )
  return { judged, said: said.length, groundless: groundless.length }
}

/**
 * @param {Block} said
 * @param {TrueBlock} block
 */
function meets({ from, to }, block) {
  if (from === null) return true
  const end = to ?? Infinity
  return from <= Date.parse(block.to) + TOLERANCE && Date.parse(block.from) <= end + TOLERANCE
}

/** @param {readonly ReturnType<typeof scoreCase>[]} scores */
export function sumOf(scores) {
  const judged = scores.flatMap((score) => score.judged)
  const count = (among, word) => among.filter((each) => each.word === word).length
  const shown = judged.filter(({ isShown }) => isShown)
  return {
    blocks: judged.length,
    right: count(judged, 'right'),
    wrong: count(judged, 'wrong'),
    unknown: count(judged, 'unknown'),
    missed: count(judged, 'missed'),
    shown: shown.length,
    shownRight: count(shown, 'right'),
    excluded: judged.filter(({ isExcluded }) => isExcluded).length,
    said: scores.reduce((sum, { said }) => sum + said, 0),
    groundless: scores.reduce((sum, { groundless }) => sum + groundless, 0),
  }
}
