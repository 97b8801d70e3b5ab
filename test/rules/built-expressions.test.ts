import { fileURLToPath, pathToFileURL } from 'node:url'
import { analyse } from 'scslre'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { codeFiles, withoutComments } from './source-tree.ts'

const ROOT = new URL('../../', import.meta.url)
const BUILDS = /\bnew RegExp\(|(?<![\w.])RegExp\(/

/** Files of the product that put an expression together when they run; those that are written whole have a test of their own. */
const builders = codeFiles().filter(
  ({ path, read }) =>
    /^(?:shared|extension|web)\/.*\.tsx?$/.test(path) && BUILDS.test(withoutComments(read())),
)

/** Every expression that was put together since the test began, and the stack on which it was. */
const built: { readonly made: RegExp; readonly stack: string }[] = []

beforeAll(async () => {
  const recorded = new Proxy(RegExp, {
    construct(target, given) {
      const made: RegExp = Reflect.construct(target, given)
      built.push({ made, stack: String(new Error('here').stack) })
      return made
    },
  })
  vi.stubGlobal('RegExp', recorded)
  for (const { path } of builders) await import(pathToFileURL(fileURLToPath(new URL(path, ROOT))).href)
  await buildInside()
})
afterAll(() => vi.unstubAllGlobals())

/** Those that are not put together when their file is loaded, with what they are put together of. */
async function buildInside(): Promise<void> {
  const { looksLikeBundle, readBundle } = await import('../../shared/export/bundle/read-bundle.ts')
  looksLikeBundle('{}')
  readBundle('{"schema":"quotascope/bundle@1"}')
  const { idsOf } = await import('../../shared/store/columns/ids.ts')
  idsOf('record').pack(['record:a'])
  const { maskNamesIn } = await import('../../shared/export/mask-names.ts')
  const { parseInput } = await import('../../shared/parse/parse-input.ts')
  const body = '{"devices":[{"deviceName":"Laptop of Anna"},{"deviceName":"Laptop (2)"}]}'
  maskNamesIn(
    parseInput({ at: null, via: 'paste', input: 'paste', source: null, body }, { zone: UNKNOWN_ZONE })
      .evidence,
  )
}

it('each file that puts expressions together has put one together', () => {
  const seen = built.map(({ stack }) => stack).join('\n')
  expect(builders.length).toBeGreaterThan(15)
  expect(builders.filter(({ path }) => !seen.includes(path)).map(({ path }) => path)).toEqual([])
})

it('none of them backtracks on long input', () => {
  const backtracks = ({ source, flags }: RegExp) =>
    analyse({ source, flags }, { reportTypes: { Move: false } }).reports.length > 0
  const own = built.filter(({ stack }) => builders.some(({ path }) => stack.includes(path)))
  expect(own.filter(({ made }) => backtracks(made)).map(({ made }) => String(made))).toEqual([])
})
