import { describe, expect, it } from 'vitest'
import type { FollowedFile } from '../../shared/store/log-folder.ts'
import { readChanged } from '../../web/data/folder/read-changed.ts'

const logOf = (text: string, lastModified: number, path = 'kimi/kimi.log') => ({
  path,
  file: new File([text], 'kimi.log', { lastModified }),
})

/** A console that follows a folder: what it did, look by look. */
function follower(nothingIn: ReadonlySet<string> = new Set()) {
  let known: readonly FollowedFile[] = []
  let did: string[] = []
  let count = 0
  return async (...logs: readonly ReturnType<typeof logOf>[]) => {
    did = []
    const { read, unreadable } = await readChanged(logs, known, {
      keep: async ({ path, file }) => {
        if (file.name === 'gone') throw new DOMException('gone', 'NotFoundError')
        did.push(`keep ${path} ${file.size}`)
        if (nothingIn.has(path)) return null
        count += 1
        return `import ${count}`
      },
      undo: async (importId) => {
        did.push(`undo ${importId}`)
      },
      note: async (files) => {
        known = files
      },
    })
    expect(did.filter((each) => each.startsWith('keep'))).toHaveLength(read)
    return [...did, ...unreadable.map((path) => `unreadable ${path}`)]
  }
}

const LONG = 'a line of a log\n'.repeat(1_000)

describe('a followed folder', () => {
  it('reads a log once, and not again while it is as it was', async () => {
    const look = follower()
    expect(await look(logOf('one\n', 1))).toEqual(['keep kimi/kimi.log 4'])
    expect(await look(logOf('one\n', 1))).toEqual([])
  })

  it.each([
    ['short', 'one\n'],
    ['long', LONG],
  ])(
    'keeps one import of a %s log that grows, and never takes back more than is kept again',
    async (_, text) => {
      const look = follower()
      await look(logOf(text, 1))
      expect(await look(logOf(`${text}two\n`, 2))).toEqual([
        `keep kimi/kimi.log ${text.length + 4}`,
        'undo import 1',
      ])
      expect(await look(logOf(`${text}two\nthree\n`, 3))).toEqual([
        `keep kimi/kimi.log ${text.length + 10}`,
        'undo import 2',
      ])
    },
  )

  it.each([
    ['is shorter', 'one\n'],
    ['begins with other lines', `X${LONG.slice(1)}more\n`],
    ['has other lines before its end', `${LONG.slice(0, -5)}X${LONG.slice(-4)}more\n`],
  ])('keeps both where a log %s: it was rotated or written anew', async (_, text) => {
    const look = follower()
    await look(logOf(LONG, 1))
    expect(await look(logOf(text, 2))).toEqual([`keep kimi/kimi.log ${text.length}`])
  })

  it('does not open a log again in which nothing was, and takes back nothing for it', async () => {
    const look = follower(new Set(['kimi/wire.jsonl']))
    const empty = logOf('{}\n', 1, 'kimi/wire.jsonl')
    expect(await look(empty)).toEqual(['keep kimi/wire.jsonl 3'])
    expect(await look(empty)).toEqual([])
    expect(await look(logOf('{}\n{}\n', 2, 'kimi/wire.jsonl'))).toEqual(['keep kimi/wire.jsonl 6'])
  })

  it('tells of a log that went away while it was read, reads the others, and tries it again', async () => {
    const look = follower()
    const gone = { path: 'kimi/gone.log', file: new File(['x'], 'gone', { lastModified: 1 }) }
    const told = ['keep kimi/kimi.log 4', 'unreadable kimi/gone.log']
    expect(await look(gone, logOf('one\n', 1))).toEqual(told)
    expect(await look(gone, logOf('one\n', 1))).toEqual(told.slice(1))
  })
})
