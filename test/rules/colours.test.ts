import { describe, expect, it } from 'vitest'
import { PICTURE_LOOKS } from '../../shared/export/svg/picture-look.ts'
import { SERIES_COLOURS } from '../../web/pages/compare/charts/compare-svg.ts'
import { codeFiles, lineOf, withoutComments } from './source-tree.ts'

const TOKENS = 'web/theme/tokens.css'
const COLOUR =
  /(?<![&\w])#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w[])|\b(?:rgb|hsl)a?\(|\bokl(?:ab|ch)\(/gi

/** Stylesheets outside the console, each with its own tokens: a shadow root, a popup and a file know no others. */
const OWN_TOKENS = [
  'extension/popup/popup.css',
  'extension/overlay/strip-css.ts',
  'extension/overlay/marks/marks-css.ts',
  'shared/export/html/report-css.ts',
]
/** Pictures and badges, which take colours as values. The first two are compared with the tokens below. */
const PALETTES = [
  'shared/export/svg/picture-look.ts',
  'web/pages/compare/charts/compare-svg.ts',
  'extension/worker/news/show-badge.ts',
]

const files = codeFiles().filter(({ path }) => !path.startsWith('test/') && path !== TOKENS)

const coloursIn = (code: string) =>
  [...code.matchAll(COLOUR)].map((match) => ({ text: match[0], index: match.index }))

/** `--line: #ebebeb` declares a token; `color: #ebebeb` uses a colour. */
const isDeclared = (code: string, index: number) => /--[\w-]+:[^;{}]*$/.test(code.slice(0, index))

it('a component names a token, never a colour', () => {
  const named = files
    .filter(({ path }) => !PALETTES.includes(path))
    .flatMap((file) => {
      const code = withoutComments(file.read())
      const own = OWN_TOKENS.includes(file.path)
      return coloursIn(code)
        .filter(({ index }) => !own || !isDeclared(code, index))
        .map(({ text, index }) => `${file.path}:${lineOf(code, index)} ${text}`)
    })
  expect(named).toEqual([])
})

it.each([
  ['a { color: #fff }', false],
  ['a { box-shadow: 0 0 rgb(0 0 0 / 9%) }', false],
  [':root { --line: light-dark(#eee, #111) }', true],
  [':root { --line: #eee; color: #111 }', false],
])('the check sees %s', (code, isFine) => {
  expect(coloursIn(code).every(({ index }) => isDeclared(code, index))).toBe(isFine)
})

describe('pictures have the colours of the console', () => {
  const tokens =
    codeFiles()
      .find(({ path }) => path === TOKENS)
      ?.read() ?? ''
  const dark = tokens.slice(tokens.indexOf("[data-theme='dark']"))
  const token = (css: string, name: string) => new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1]

  it.each([
    ['light', tokens, PICTURE_LOOKS.light],
    ['dark', dark, PICTURE_LOOKS.dark],
  ] as const)('%s', (_, css, { ground, ink, bar, blocked, blockedSoft }) => {
    expect({ ground, ink, bar, blocked, blockedSoft }).toEqual({
      ground: token(css, 'surface'),
      ink: token(css, 'ink'),
      bar: token(css, 'bar'),
      blocked: token(css, 'danger'),
      blockedSoft: token(css, 'danger-soft'),
    })
  })

  it('and those of its lines', () => {
    expect(SERIES_COLOURS).toEqual(SERIES_COLOURS.map((_, index) => token(tokens, `series-${index + 1}`)))
  })
})
