/**
 * The JSON of each part as it stands in the text of a bundle, where the whole text is laid out as `writeBundle` lays it out,
 * and null where it is not:
 *
 *     {"schema":"…",
 *     "manifest":{…},
 *     "evidence":{
 *     "records":[
 *     {…},
 *     {…}
 *     ],
 *     "snapshots":[]}}
 *
 * A piece has no line break of its own, so the first line that begins with a bracket ends its part.
 */
export function partsAsWritten(text: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>()
  let at = HEAD.exec(text)?.[0].length ?? text.length
  for (;;) {
    const name = NAME.exec(text.slice(at, at + LONGEST_NAME))?.[1]
    if (name === undefined || parts.has(name)) return null
    const from = at + name.length + 3
    const end = text.startsWith('[]', from) ? from + 2 : text.indexOf('\n]', from) + 2
    if (end < from + 2 || (end > from + 2 && !text.startsWith('[\n', from))) return null
    parts.set(name, text.slice(from, end))
    if (text.startsWith(',\n', end)) at = end + 2
    else return text.slice(end) === '}}\n' ? parts : null
  }
}

const HEAD = /^\{"schema":"[^"\n]*",\n"manifest":\{[^\n]*\},\n"evidence":\{\n/
const NAME = /^"([A-Za-z]+)":/
/** `"unknownFields":` and some more. */
const LONGEST_NAME = 40
