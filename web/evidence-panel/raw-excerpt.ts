/** Around a line, so many lines are shown before and after it. */
const AROUND = 2
const LONGEST = 4_000

const LINE = /^line (\d+)/
const STEPS = /\.([^.[\]]+)|\[(\d+)\]/g

/** What stands at `line 3` of a text, with its neighbours, or at `$.requests[3]` of a JSON body; else its beginning. */
export function rawExcerpt(body: string, at: string): string {
  const line = LINE.exec(at)?.[1]
  const text =
    line === undefined ? (at.startsWith('$') ? jsonAt(body, at) : null) : linesAround(body, Number(line))
  return (text ?? body).slice(0, LONGEST)
}

function linesAround(body: string, line: number): string {
  const first = Math.max(1, line - AROUND)
  return body
    .split('\n')
    .slice(first - 1, line + AROUND)
    .map((text, index) => `${first + index}  ${text}`)
    .join('\n')
}

function jsonAt(body: string, path: string): string | null {
  try {
    let value: unknown = JSON.parse(body)
    for (const [, name, index] of path.matchAll(STEPS)) {
      if (typeof value !== 'object' || value === null) return null
      const key = name ?? index ?? ''
      value = Object.entries(value).find(([each]) => each === key)?.[1]
    }
    return value === undefined ? null : JSON.stringify(value, null, 2)
  } catch {
    return null // kept as text that is no JSON
  }
}
