import { basename, dirname } from 'node:path'
import { expect, it } from 'vitest'
import { expectOnlyDebts } from './debts.ts'
import { treeFiles } from './source-tree.ts'

/** Folders of shared/parse whose files each read one source. */
const SOURCES = ['console', 'usages', 'text', 'log']

/** Parsers without a test on a fixture today. This list may only get shorter. */
const DEBTS: readonly string[] = []

const files = treeFiles()
const tests = new Map(
  files.filter((file) => file.path.startsWith('test/parse/')).map((file) => [file.path, file]),
)

/** `shared/parse/log/kimi-log.ts` → `test/parse/log/kimi-log.test.ts` */
const testOf = (parser: string) =>
  `${dirname(parser).replace('shared/', 'test/')}/${basename(parser, '.ts')}.test.ts`

const parsers = files.filter(
  (file) =>
    SOURCES.some((folder) => file.path.startsWith(`shared/parse/${folder}/`)) &&
    /^export (?:const|function) parse[A-Z]|^export const \w+: LineFormat\b/m.test(file.read()),
)

it('every parser is tested on a fixture by the test of its name', () => {
  const untested = parsers.filter((parser) => !/fixture/i.test(tests.get(testOf(parser.path))?.read() ?? ''))
  expectOnlyDebts(
    untested.map((parser) => parser.path),
    DEBTS,
  )
})

it('every folder of fixtures says where they come from', () => {
  expect(files.map((file) => file.path)).toContain('test/fixtures/README.md')
})
