import { describe, expect, it } from 'vitest'
import { droppedFiles, MAX_FILES, pickedFiles } from '../../../web/pages/bring-in/given/files-in.ts'

/** As much of a browser's entry as is used; the rest of its interface has no part in it. */
const entry = (fields: Partial<FileSystemFileEntry> | Partial<FileSystemDirectoryEntry>) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  fields as FileSystemEntry

const fileNamed = (path: string, gone = false) =>
  entry({
    isFile: true,
    isDirectory: false,
    name: path.split('/').at(-1) ?? '',
    fullPath: `/${path}`,
    file: (resolve, reject) =>
      gone ? reject?.(new DOMException('gone', 'NotFoundError')) : resolve(new File([], path)),
  })

/** A folder whose reader gives a hundred entries at a time, as browsers do. */
const folderOf = (name: string, inside: readonly FileSystemEntry[]) =>
  entry({
    isFile: false,
    isDirectory: true,
    name,
    fullPath: `/${name}`,
    createReader: () => {
      const left = [...inside]
      return { readEntries: (resolve) => resolve(left.splice(0, 100)) }
    },
  })

const filesIn = (folder: string, count: number) =>
  Array.from({ length: count }, (_, index) => fileNamed(`${folder}/${index}.log`))

describe('dropped files', () => {
  it('come with their paths, those inside of folders too, and what cannot be opened is named', async () => {
    const inner = folderOf('a/b', [fileNamed('a/b/two.log'), fileNamed('a/b/gone.log', true)])
    const found = await droppedFiles([fileNamed('one.log'), folderOf('a', [inner])])
    expect(found.files.map(({ name }) => name)).toEqual(['one.log', 'a/b/two.log'])
    expect(found.unreadable).toEqual(['gone.log'])
    expect(found.leftOut).toEqual({ count: 0, andMore: false })
  })

  it.each([
    ['as many as are taken', MAX_FILES, { count: 0, andMore: false }],
    ['one more', MAX_FILES + 1, { count: 1, andMore: false }],
    ['as many more as are counted', MAX_FILES + 10_000, { count: 10_000, andMore: false }],
    ['more than are counted', MAX_FILES + 10_001, { count: 10_000, andMore: true }],
  ])('of a folder with %s, it is said how many are left out', async (_name, count, leftOut) => {
    const half = Math.floor(count / 2)
    const folder = folderOf('a', [
      folderOf('a/b', filesIn('a/b', half)),
      folderOf('a/c', filesIn('a/c', count - half)),
      folderOf('a/d', []),
    ])
    const found = await droppedFiles([folder])
    expect(found.files).toHaveLength(MAX_FILES)
    expect(found.leftOut).toEqual(leftOut)
  })
})

it.each([
  [MAX_FILES, 0],
  [MAX_FILES + 7, 7],
])('of %i picked files %i are left out', (count, leftOut) => {
  const found = pickedFiles(Array.from({ length: count }, (_, index) => new File([], `${index}.log`)))
  expect(found.files).toHaveLength(MAX_FILES)
  expect(found.leftOut).toEqual({ count: leftOut, andMore: false })
})
