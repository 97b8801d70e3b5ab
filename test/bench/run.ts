import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench, BenchResult } from './bench.ts'

/** `npm run bench [name-filter]`: runs every `*.bench.ts` beside this file whose name contains the filter. */

const HERE = dirname(fileURLToPath(import.meta.url))

const isBench = (value: unknown): value is Bench =>
  typeof value === 'object' && value !== null && 'name' in value && 'run' in value

async function load(file: string): Promise<Bench> {
  const loaded: unknown = await import(`./${file}`)
  const bench = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : null
  if (!isBench(bench)) throw new Error(`${file} has no bench as its default export`)
  return bench
}

const number = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })

function line({ what, value, unit, ratio, baseline }: BenchResult): string {
  const compared =
    ratio === undefined ? '' : `  ${share(ratio)}${baseline === undefined ? '' : ` of ${baseline}`}`
  return `  ${what.padEnd(64)} ${number(value).padStart(9)} ${unit.padEnd(6)}${compared}`
}

/** `1/48`, or `1.30x` where it is not less. */
const share = (ratio: number) => (ratio < 1 ? `1/${number(1 / ratio)}` : `${ratio.toFixed(2)}x`)

const filter = process.argv[2] ?? ''
const files = readdirSync(HERE).filter((file) => file.endsWith('.bench.ts'))
const benches = await Promise.all(files.map(load))
const chosen = benches.filter(({ name }) => name.includes(filter))
if (chosen.length === 0)
  throw new Error(`no bench is called "${filter}": ${benches.map(({ name }) => name).join(', ')}`)
for (const bench of chosen) {
  console.log(`\n${bench.name}`)
  for (const result of await bench.run()) console.log(line(result))
}
