/**
 * Whether brackets in a JSON text are nested deeper than `most`. Counted on the text: what is parsed already may be too deep
 * to be walked through. Quotes are skipped, so that `[[[[` in a string counts for nothing.
 */
export function isDeeperThan(json: string, most: number): boolean {
  let depth = 0
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index)
    if (code === QUOTE) index = endOfString(json, index + 1)
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1
      if (depth > most) return true
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1
  }
  return false
}

/**
 * Where the quote is that ends a string which begins at `from`. Most of a bundle of 500 MB is inside of strings: `indexOf` passes
 * over them in half the time that looking at each character takes.
 */
function endOfString(json: string, from: number): number {
  for (let start = from; ;) {
    const end = json.indexOf('"', start)
    if (end === -1) return json.length
    let plain = end
    while (plain > start && json.charCodeAt(plain - 1) === BACKSLASH) plain -= 1
    if ((end - plain) % 2 === 0) return end
    start = end + 1
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
