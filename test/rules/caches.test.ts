import { expect, it } from 'vitest'
import { codeFiles, lineOf, withoutComments } from './source-tree.ts'

/** What a module keeps about objects that it was given. */
const WEAK = /^(?:export )?(?:const|let) [^\n=]+=\s*new Weak(?:Map|Set)\b/gm
/** Anything at the top level of a module that is filled while the program runs. */
const FILLED = /^(?:export )?(?:let\b|const [^\n=]+=\s*new (?:Weak)?(?:Map|Set)(?:<[^\n]*>)?\(\))/gm
/** Rooms that work on evidence. In the others stand a few tables of texts and zones, which are no evidence. */
const ON_EVIDENCE = /^shared\/(?:analyse|export|wording)\//

// What was derived is owned by an Analysis (shared/analyse/analysis.ts), where one can see when it goes.
it('keeps nothing in a module of shared that is derived from evidence', () => {
  const caches = codeFiles()
    .filter(({ path }) => path.startsWith('shared/'))
    .flatMap(({ path, read }) => {
      const code = withoutComments(read())
      const found = code.matchAll(ON_EVIDENCE.test(path) ? FILLED : WEAK)
      return [...found].map(({ index }) => `${path}:${lineOf(code, index)}`)
    })
  expect(caches).toEqual([])
})

it.each([
  'const known = new WeakMap<A, B>()',
  'export const known = new Map<A, B>()',
  'let last: A | null = null',
])('would see %s', (line) => {
  expect(line.match(FILLED)).toHaveLength(1)
})
