import { analyse } from 'scslre'
import { parseAst } from 'vite'
import { expect, it } from 'vitest'
import { codeFiles } from './source-tree.ts'

interface Found {
  readonly source: string
  readonly flags: string
}

/** The regular expressions that are written in a file. */
function literalsIn(code: string, lang: 'ts' | 'tsx'): readonly Found[] {
  const found: Found[] = []
  JSON.stringify(parseAst(code, { lang }), (name, value: unknown) => {
    if (
      name === 'regex' &&
      typeof value === 'object' &&
      value !== null &&
      'pattern' in value &&
      'flags' in value
    )
      found.push({ source: String(value.pattern), flags: String(value.flags) })
    return typeof value === 'bigint' || value instanceof RegExp ? null : value
  })
  return found
}

/** Those that backtrack: two loops that can take the same characters, or one inside the other. */
const backtracks = (literal: Found): boolean =>
  analyse(literal, { reportTypes: { Move: false } }).reports.length > 0

it('the test sees what backtracks', () => {
  const seen = (code: string) => literalsIn(code, 'ts').map(backtracks)
  expect(seen('const a = /^(a+)+$/; const b = f(/\\s*\\s*x/i, `/${/a/}/`)')).toEqual([true, true, false])
  expect(seen('// /(a+)+/\nconst c = 4 / 2 / 1')).toEqual([])
})

it('no regular expression of the product backtracks on long input', () => {
  const files = codeFiles().filter(({ path }) => /^(?:shared|extension|web)\/.*\.tsx?$/.test(path))
  const broken = files.flatMap(({ path, read }) =>
    literalsIn(read(), path.endsWith('x') ? 'tsx' : 'ts')
      .filter(backtracks)
      .map(({ source, flags }) => `${path}: /${source}/${flags}`),
  )
  expect(broken).toEqual([])
})
