/** Finding where things end in a text that is known to be valid JSON. */

export const isSpace = (char: string): boolean =>
  char === ' ' || char === '\n' || char === '\r' || char === '\t'

/** What a string token says; escapes are undone. */
export function textOfToken(token: string): string {
  if (!token.includes('\\')) return token.slice(1, -1)
  const text: unknown = JSON.parse(token)
  return typeof text === 'string' ? text : token
}

/** The index after the closing quote of the string that opens at `at`. (No pattern: it could run out of stack.) */
export function endOfString(json: string, at: number): number {
  for (let quote = json.indexOf('"', at + 1); quote !== -1; quote = json.indexOf('"', quote + 1)) {
    let slashes = 0
    while (json.charAt(quote - 1 - slashes) === '\\') slashes += 1
    if (slashes % 2 === 0) return quote + 1
  }
  return json.length
}

/** The index after the value that begins at `at`, with all that is in it. */
export function endOfValue(json: string, at: number): number {
  const first = json.charAt(at)
  if (first === '"') return endOfString(json, at)
  return first === '{' || first === '[' ? endOfContainer(json, at) : endOfScalar(json, at)
}

function endOfContainer(json: string, at: number): number {
  let depth = 0
  for (let index = at; index < json.length; index += 1) {
    const char = json.charAt(index)
    if (char === '"') index = endOfString(json, index) - 1
    else if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return json.length
}

function endOfScalar(json: string, at: number): number {
  let index = at
  while (index < json.length && !isScalarEnd(json.charAt(index))) index += 1
  return index
}

const isScalarEnd = (char: string) => char === ',' || char === '}' || char === ']' || isSpace(char)
