import { isBlank, type TextLines } from './text-lines.ts'

const DECLARES =
  /^\s*(?:export\s+|public\s+|private\s+|protected\s+|static\s+|final\s+|pub\s+|readonly\s+)*(?:const|let|var|val|final|static|String|string|auto|char)\b[^=]{0,80}=(?!=)|^\s*\w+(?:, ?\w+)?\s:=\s/
const NAMES_CONSTANT = /^\s*[A-Z][A-Z0-9_]{2,}\s*(?::\s*[\w[\], ]{1,40})?=\s*(?:[rbfu]{0,2}["'`]|[([{]\s*$)/
/** `throw new Error("`, `raise ApiError("`, `return "`, `errors.New("`, `.includes("`, `toBe('`: not `Error("`, as objects print themselves. */
const CALLS =
  /\b(?:throw|raise|return|new|assert|await|yield|case|panic!?|println!?|print|printf|echo|puts)\b[^"'`]{0,60}["'`]|(?:\b|\.)[a-z]\w*(?:\.\w+)*\(\s*(?:[rbfu]{0,2}["'`]|\{)/
/** `.includes("`, `if (…) {`, `if "…" in text:`, `case "…":`, `mock(429, …);`, `{"a row", …},`: a line of prose is none of these. */
const ONLY_CODE =
  /^\s*\{"[\w -]{1,80}", .*\},\s*$|\w\)?\.[a-z]\w*\(\s*[rbfu]{0,2}["'`]|^\s*(?:\}\s*)?(?:if|for|while|switch|func|fn|match|else)\b.*\{\s*$|^\s*(?:if|elif|while)\b.*["'`]\s+(?:not\s+)?in\s+\w.*:\s*$|^\s*case\s+["'`].*:\s*$|^\s*(?:await\s+|return\s+)?[a-z]\w*(?:\.\w+)*!?\(.*\);\s*$/
const COMPARES =
  /(?:===?|!==?|&&|\|\||\?\?|=>|->|\bin|\bmatch|\bwhen|\+=?)\s*[rbfu]{0,2}["'`]|["'`]\s*(?:===?|!==?|=>|\bin\b|\+|\?|\.)/
/** A string that is a key of a table, or is put together over lines. */
const KEY = /^\s*(?:[([{]+\s*)?(["'`])((?:(?!\1).)+)\1\s*(?::|=>|,\s*[A-Z_a-z][\w.]*\s*[)\]}])/
/** A sentence as the key of a table; keys of bodies are single words. */
const isKey = (text: string): boolean => (KEY.exec(text)?.[2] ?? '').split(' ').length > 3
const ENDS = /(?:[;{([]|["'`]\)?,|["'`]\s*[+\\]|["'`]\)+[;:]?)\s*(?:(?:\/\/|#).*)?$/
const COMMENTS = /^\s*(?:\/\/|\/\*|<!--)/
const LITERAL =
  /^\s*(?:[+-]\s*)?(?:[([]\s*)?[rbfu]{0,2}(["'`])(?:(?!\1).)*\1\s*(?:[)\]]\s*)?(?:[,+\\]\s*)?(?:(?:\/\/|#).*)?$/
/** A string on a line of its own that others follow, below what is an argument or a name itself: `StatusCode::FORBIDDEN,`. */
const ARGUMENT = /^\s*(["'`])(?:(?!\1).)*\1,\s*$/
const TAKES_MORE = /^\s*(?:[\w.]+(?:::\w+)+|[\w.]+\(|[A-Z_]{2,}|\w+\??:|nil|null|None|true|false|\d+),?\s*$/
const OPENS_LITERAL = /(?:[=(,:]|\breturn|\braw)\s*[rbfu]{0,2}(?:`|"""|''')\\?\s*$/
/** More than so much is no line of code that somebody wrote. */
const LONGEST = 1_000

/** Whether an error or a body on a line stands in source code: as a string that is compared, thrown, listed or declared. */
export function isSourceCode(lines: TextLines, from: number): boolean {
  const line = lines.texts[from] ?? ''
  if (line.length > LONGEST) return false
  if (isStatement(line)) return true
  if (ARGUMENT.test(line) && TAKES_MORE.test(neighbour(lines, from, -1))) return true
  if (LITERAL.test(line) || isKey(line))
    return [neighbour(lines, from, -1), neighbour(lines, from, 1)].some(
      (text) => isStatement(text) || isListed(text),
    )
  return OPENS_LITERAL.test(neighbour(lines, from, -1))
}

/** What only code says: prose has no semicolon behind a string, and an error no `throw` before it. */
function isStatement(text: string): boolean {
  const line = text.replace(/^\s*[+-](?=\s)/, ' ')
  if (line.length > LONGEST) return false
  if (COMMENTS.test(line) || ONLY_CODE.test(line) || DECLARES.test(line) || NAMES_CONSTANT.test(line))
    return true
  return ENDS.test(line) && (CALLS.test(line) || COMPARES.test(line))
}

const isListed = (text: string) =>
  text.length <= LONGEST && ((LITERAL.test(text) && /[,+\\]\s*$/.test(text)) || isKey(text))

/** The next line in one direction that is not blank. */
function neighbour({ texts }: TextLines, from: number, step: 1 | -1): string {
  let index = from + step
  while (index >= 0 && index < texts.length && isBlank(texts[index] ?? '') && Math.abs(index - from) < 3)
    index += step
  return texts[index] ?? ''
}
