export const CAUSES = /** @type {const} */ ([
  'quota_5h',
  'quota_7d',
  'quota_month',
  'concurrency',
  'request_rate',
  'platform',
  'account',
])

/**
 * @typedef {object} Block A stretch in which a tool says that requests were refused.
 * @property {number | null} from ms UTC; null where the tool cannot say when it was
 * @property {number | null} to
 * @property {string} cause one of CAUSES, or "unknown"
 * @property {readonly string[]} ruledOut
 */

/**
 * Reads what a tool printed: `{"blocks": [{"from", "to", "cause", "ruledOut"}]}`.
 *
 * @param {string} text
 * @returns {readonly Block[]}
 * @throws {Error} where it is not of that form
 */
export function readAnswer(text) {
  const answer = JSON.parse(text)
  if (!Array.isArray(answer?.blocks)) throw new Error('the answer has no list "blocks"')
  return answer.blocks.map((block, index) => {
    const cause = block?.cause ?? 'unknown'
    if (cause !== 'unknown' && !CAUSES.includes(cause))
      throw new Error(`blocks[${index}].cause is "${cause}"`)
    const ruledOut = block.ruledOut ?? []
    if (!Array.isArray(ruledOut)) throw new Error(`blocks[${index}].ruledOut is no list`)
    return { from: timeOf(block.from), to: timeOf(block.to), cause, ruledOut }
  })
}

/** @param {unknown} text */
function timeOf(text) {
  if (text === null || text === undefined) return null
  const at = typeof text === 'string' ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new Error(`${JSON.stringify(text)} is no time`)
  return at
}
