import type { Evidence } from '../../shared/evidence/evidence.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { fixture } from '../parse/paste.ts'
import { at, zone } from '../time/given.ts'
import { PLANTED_NAMES } from './planted-names.ts'

/* What stands beside what is read, in logs, wires, posts and addresses, under names that nobody reads; and names that are kept. */

const NOW = at('2026-12-01T00:00:00Z')
const AT_ONCE = 40
const LINES = 12

/** The line of a source with something planted under each of these names. */
type Plant = (line: string, names: readonly string[]) => string

const pairs = (
  names: readonly string[],
  pair: (name: string, secret: string) => string,
  between = ' ',
): string => names.map((name) => pair(name, `PLANTED-${name}`)).join(between)

const inEachObject: Plant = (line, names) => {
  if (!line.startsWith('{')) return line
  const planted = Object.fromEntries(
    names.map((name, n) => {
      const secret = `PLANTED ${name}`
      return [name, [secret, [secret], { text: secret }][n % 3]]
    }),
  )
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put)
    if (typeof value !== 'object' || value === null) return value
    const inside = Object.entries(value).map(([name, item]): [string, unknown] => [name, put(item)])
    return { ...planted, ...Object.fromEntries(inside) }
  }
  return JSON.stringify(put(JSON.parse(line)))
}

const WIRES = ['wire-cli-1.10.jsonl', 'wire-cli-1.3.jsonl', 'wire-code-1.4.jsonl', 'wire-code-1.5.jsonl']
const POSTS = ['posts/forum-post.md', 'posts/zh-post.md', 'seed/incident-2026-03-07.txt', 'seed/error.txt']
const CODE = ['logs/kimi-code-1.log', 'logs/kimi-code-2.log']
const LEGACY = ['logs/kimi-1.42.log', 'logs/kimi-1.16.log']

export const SOURCES: readonly (readonly [source: string, files: readonly string[], plant: Plant])[] = [
  ['wires and contexts', [...WIRES, 'context.jsonl'].map((name) => `logs/${name}`), inEachObject],
  ['pairs of kimi-code.log', CODE, (line, names) => `${line} ${pairs(names, (n, s) => `${n}="${s}"`)}`],
  [
    'objects of kimi-code.log',
    CODE,
    (line, names) => `${line} {${pairs(names, (n, s) => `"${n}":"${s}"`, ',')}}`,
  ],
  [
    'objects of kimi.log',
    LEGACY,
    (line, names) => `${line} {${pairs(names, (n, s) => `'${n}': '${s}'`, ', ')}}`,
  ],
  [
    'lines below those of kimi.log',
    LEGACY,
    (line, names) => `${line}\n${pairs(names, (n, s) => `    ${n} = ${s}`, '\n')}`,
  ],
  [
    'addresses in posts',
    POSTS,
    (line, names) => `${line} https://api.kimi.com/coding/v1?${pairs(names, (n, s) => `${n}=${s}`, '&')}`,
  ],
  ['headers in posts', POSTS, (line, names) => `${line}\n${pairs(names, (n, s) => `< ${n}: ${s}`, '\n')}\n`],
  ['words in posts', POSTS, (line, names) => `${line}\n\n${pairs(names, (n, s) => `my ${n} is ${s},`)}\n`],
]

export const NAMED: typeof SOURCES = [
  [
    'keys',
    ['console/list-unified-requests.json', 'console/list-api-keys.json'],
    (line, [name = '']) => line.replace(/("(?:apiKeyName|name)": ?")/, `$1PLANTED-${name} `),
  ],
  [
    'devices',
    ['console/list-devices.json', 'console/device-list.txt'],
    (line, [name = '']) => line.replace(/("deviceName": ?"|^)(?=\S)/, `$1PLANTED-${name} `),
  ],
]

/** The evidence in the files of a source with something planted in a dozen of their lines, and how much was planted. */
export function plantedIn(
  files: readonly string[],
  plant: Plant,
): {
  parts: readonly Evidence[]
  bodies: readonly string[]
  plantings: number
} {
  let plantings = 0
  const bodies = files.flatMap((file) => {
    const lines = fixture(file).split('\n')
    const every = Math.ceil(lines.length / LINES)
    return lines.flatMap((line, index) => {
      if (index % every !== 0) return []
      const names = Array.from(
        { length: AT_ONCE },
        () => PLANTED_NAMES[plantings++ % PLANTED_NAMES.length] ?? '',
      )
      return [lines.with(index, plant(line, names)).join('\n')]
    })
  })
  const parts = bodies.map((body) => {
    const raw = { at: NOW, via: 'file', input: 'kimi.log', source: null, body } as const
    return parseInput(raw, { zone: zone('UTC') }).evidence
  })
  return { parts, bodies, plantings }
}

/** The first of it in a text, with what stands around it. */
export const foundPlanted = (text: string): string => /.{0,100}PLANTED.{0,60}/.exec(text)?.[0] ?? 'clean'
