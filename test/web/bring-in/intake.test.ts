import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { readFileSync } from 'node:fs'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { importsOf } from '../../../shared/store/imports/read-imports.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { freshStore } from '../../store/fresh-store.ts'
import { at } from '../../time/given.ts'
import { givenIntake } from './given-intake.ts'

const seed = (name: string) => readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url), 'utf8')
const ROWS = { via: 'file', name: 'usage-history.txt', body: seed('usage-history.txt') } as const

const NOW = at('2026-03-09T00:00:00Z')

it('an input is read, kept, and undone; what was read does not cross over', async () => {
  const store = freshStore()
  const intake = givenIntake(store)
  const before = await evidenceOf(store, 'me')
  const summary = await intake.do('read', { input: 'a', source: ROWS })
  expect(summary).toMatchObject({ totals: { records: 9, rejects: 0 }, zoneless: true })
  expect(Object.keys(summary)).not.toContain('evidence')
  const kept = await intake.do('keep', { account: 'me', importId: 'one', at: NOW, inputs: ['a'], zone: null })
  expect(kept[0]?.summary.records.added).toBe(9)
  expect((await evidenceOf(store, 'me')).records).toHaveLength(9)
  const inputs = [{ name: 'usage-history.txt', via: 'file', added: { records: 9 } }]
  expect(await importsOf(store, 'me')).toMatchObject([{ id: 'one', at: NOW, inputs }])
  expect(await intake.do('undo', { account: 'me', importId: 'one' })).toBe(true)
  expect(await evidenceOf(store, 'me')).toEqual(before)
})

it('with a zone an input is read again under it', async () => {
  const store = freshStore()
  const intake = givenIntake(store)
  await intake.do('read', { input: 'a', source: ROWS })

  await intake.do('keep', { account: 'me', importId: 'one', at: NOW, inputs: ['a'], zone: UTC })
  const { records } = await evidenceOf(store, 'me')
  expect(records.every(({ when }) => when.kind === 'span')).toBe(true)
})

it('a file is read in pieces, tells how far it is, and stops when it is cancelled', async () => {
  const line = `${'2026-03-02 10:00:00.000 | INFO     | kimi_cli.app:run:1 - nothing'.padEnd(120)}\n`
  const file = new File([line.repeat(60_000)], 'kimi.log')
  const intake = givenIntake(freshStore())
  const controller = new AbortController()
  const onProgress = vi.fn(() => controller.abort())
  const reading = intake.do(
    'read',
    { input: 'log', source: { via: 'file', name: file.name, file } },
    {
      signal: controller.signal,
      onProgress,
    },
  )
  await expect(reading).rejects.toThrow('cancelled')
  expect(onProgress).toHaveBeenCalled()
  await expect(
    intake.do('keep', { account: 'me', importId: 'x', at: NOW, inputs: ['log'], zone: null }),
  ).rejects.toThrow('was not read')
})

it('where one input cannot be kept, none is', async () => {
  const store = freshStore()
  const intake = givenIntake(store)
  await intake.do('read', { input: 'a', source: ROWS })
  const keeping = intake.do('keep', {
    account: 'me',
    importId: 'x',
    at: NOW,
    inputs: ['a', 'nobody'],
    zone: null,
  })
  await expect(keeping).rejects.toThrow('nobody')
  expect((await evidenceOf(store, 'me')).records).toEqual([])
  expect(await importsOf(store, 'me')).toEqual([])
})

it('what cannot be kept says why', async () => {
  const intake = givenIntake(freshStore())
  await expect(
    intake.do('keep', { account: 'me', importId: 'x', at: NOW, inputs: ['nobody'], zone: null }),
  ).rejects.toThrow('nobody')
})
