import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { codeFiles, treeFiles } from './source-tree.ts'

/** Names that say where code was left, not what it is. */
const SAYS_NOTHING = /^(?:utils?|helpers?|common|misc|shared|lib)(?:\.|$)/
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/

/** Folders and tools of the machine on which the project is developed; no file may know them. */
const MACHINE = /(?:^|[^\w.])\/(?:work)(?:\/|$)|\.(?:library)\b|\bfarm-(?:studio|bench)\b/m

const insideTopFolder = (path: string) => path.split('/').slice(1)

it('no file or folder has a name that says nothing', () => {
  const nameless = codeFiles().filter((file) =>
    insideTopFolder(file.path).some((part) => SAYS_NOTHING.test(part)),
  )
  expect(nameless.map((file) => file.path)).toEqual([])
})

it('names of code files are kebab-case', () => {
  const others = codeFiles().filter((file) => !KEBAB.test(basename(file.path)))
  expect(others.map((file) => file.path)).toEqual([])
})

it('nothing names the machine it was written on', () => {
  const local = treeFiles().filter(
    (file) => !/\.(?:png|ico|woff2?)$/.test(file.path) && MACHINE.test(file.read()),
  )
  expect(local.map((file) => file.path)).toEqual([])
})

it.each([['see ', 'work', 'main'].join('/'), '~/.'.concat('library/x'), ['farm', 'bench'].join('-')])(
  'the check sees %s',
  (text) => {
    expect(text).toMatch(MACHINE)
  },
)
