import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { accountFiles } from '../../web/pages/accounts/account-of.ts'
import { evidenceWith, refusal } from '../analyse/build.ts'
import { freshStore } from '../store/fresh-store.ts'
import { at } from '../time/given.ts'
import { givenIntake } from './bring-in/given-intake.ts'

const NOW = at('2026-03-09T00:00:00Z')
const refusedAt = (...times: readonly string[]) =>
  evidenceWith({ errors: times.map((time) => refusal('overloaded', time)) })

/** A picked file; of a folder, it carries its path. */
function picked(path: string, body: string): File {
  const file = new File([body], path.split('/').at(-1) ?? path)
  return Object.defineProperty(file, 'webkitRelativePath', { value: path.includes('/') ? path : '' })
}

const bundle = (evidence: Evidence, masking?: 'none') =>
  writeBundle(evidence, { writtenAt: NOW, zone: 'unknown', ...(masking && { masking }) })

it('compares accounts that are kept with those of files, as the command does, and keeps nothing of them', async () => {
  const store = freshStore()
  await putEvidence(store, 'me', refusedAt('2026-03-08T12:00:00Z'))
  await putEvidence(store, 'empty', NO_EVIDENCE)
  const before = await evidenceOf(store, 'me')
  const files = accountFiles([
    picked('team/berta/laptop.json', bundle(refusedAt('2026-03-08T12:01:00Z'), 'none')),
    picked('team/berta/server.json', bundle(refusedAt('2026-03-08T12:02:00Z'), 'none')),
    picked('team/carl.json', bundle(refusedAt('2026-03-08T11:58:00Z'))),
    picked('dora.json', bundle(refusedAt('2026-03-08T12:00:00Z')).slice(0, 500)),
    picked('notes.txt', 'nothing of ours'),
  ])
  const kept = (['me', 'empty'] as const).map((account) => ({
    account,
    name: account,
    zone: 'unknown' as const,
  }))
  const { accounts, incidents, problems } = await givenIntake(store).do('together', { now: NOW, kept, files })
  expect(accounts).toEqual(['me', 'berta', 'carl'])
  expect(incidents.find(({ account }) => account === 'me')).toMatchObject({
    platform: 'supported',
    refused: [{ account: 'berta' }, { account: 'carl' }],
  })
  expect(problems.map(({ name }) => name)).toEqual(['dora.json', 'notes.txt'])
  expect(problems[0]?.reason).toMatchObject({ code: 'bundleRefused' })
  expect(await evidenceOf(store, 'me')).toEqual(before)
})

it('a redacted bundle is a witness by itself, and merged with no other file of its account', async () => {
  const files = accountFiles([
    picked('team/berta/laptop.json', bundle(refusedAt('2026-03-08T12:01:00Z'), 'none')),
    picked('team/berta/shared.json', bundle(refusedAt('2026-03-08T12:00:00Z'))),
  ])
  const { accounts, incidents, problems } = await givenIntake(freshStore()).do('together', {
    now: NOW,
    kept: [],
    files,
  })
  expect(accounts).toEqual(['berta'])
  expect(incidents).toEqual([])
  expect(problems).toEqual([
    { name: 'team/berta/shared.json', reason: expect.stringContaining('history of its own') },
  ])
})

it('a file that has changed since it was opened is to be opened again', async () => {
  const moved = picked('dora.json', '{}')
  const gone = () => {
    throw new DOMException('it was moved', 'NotReadableError')
  }
  const files = accountFiles([Object.assign(moved, { stream: gone, text: gone, slice: gone })])
  const { problems } = await givenIntake(freshStore()).do('together', { now: NOW, kept: [], files })
  expect(problems).toEqual([{ name: 'dora.json', reason: expect.stringContaining('open it again') }])
})
