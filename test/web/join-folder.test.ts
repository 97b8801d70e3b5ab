import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { annotationOf } from '../../shared/evidence/kinds/annotation.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { installationFile, type Installation } from '../../shared/evidence/installation.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { adding, inverseOf } from '../../shared/evidence/user-items.ts'
import { changeUserItems } from '../../shared/store/change-user-items.ts'
import type { Written } from '../../shared/store/history-folder.ts'
import { ownEvidenceOf } from '../../shared/store/own-evidence.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { installationsOf, sightsOf } from '../../shared/store/read-installations.ts'
import type { Store } from '../../shared/store/database/store.ts'
import { HOUR } from '../../shared/time/duration.ts'
import { UTC } from '../../shared/time/zone.ts'
import { row } from '../analyse/build.ts'
import { freshStore } from '../store/fresh-store.ts'
import { pageReadIn } from '../store/page-read-in.ts'
import { later, type Instant } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'
import { givenIntake } from './bring-in/given-intake.ts'
import { wordingFor } from '../../shared/wording/wording.ts'

const ENGLISH = wordingFor('en')

const LAPTOP: Installation = { id: '11111111-1111-4111-8111-111111111111', name: 'Laptop' }
const DESKTOP: Installation = { id: '22222222-2222-4222-8222-222222222222', name: 'Desktop' }
const HERE = '33333333-3333-4333-8333-333333333333'
const NOW = at('2026-03-09T00:00:00Z')

const TEN = pageReadIn([row('2026-03-02T10:00:00Z')])
const ELEVEN = pageReadIn([row('2026-03-02T11:00:00Z')])
const NOON = pageReadIn([row('2026-03-02T12:00:00Z')])

const bundle = (installation: Installation, written: string, ...parts: readonly Evidence[]) =>
  writeBundle(mergeEvidence(...parts), { writtenAt: at(written), zone: UTC, masking: 'none', installation })

const file = (text: string, name = installationFile(LAPTOP.id), lastModified = text.length) => ({
  name,
  file: new File([text], name, { lastModified }),
})
const PART = `.${installationFile(LAPTOP.id)}.4711.part`

const joined = (store: Store) => {
  const intake = givenIntake(store)
  return (
    files: readonly ReturnType<typeof file>[],
    written: Written | null = null,
    { now = NOW, begun }: { readonly now?: Instant; readonly begun?: Instant } = {},
  ) => intake.do('join', { account: 'me', at: now, own: { id: HERE, written, begun }, files })
}

const records = async (store: Store) => (await evidenceOf(store, 'me')).records.length

describe('what other installations wrote into a folder', () => {
  it('is one history with what was seen here, and is not written as seen here', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', TEN)
    const join = joined(store)
    const laptop = file(bundle(LAPTOP, '2026-03-08T10:00:00Z', TEN, ELEVEN))
    const desktop = file(bundle(DESKTOP, '2026-03-08T11:00:00Z', NOON), installationFile(DESKTOP.id))
    expect(await join([laptop, desktop])).toEqual({ changed: 2, problems: [], isTwin: false })
    expect(mergeEvidence(await evidenceOf(store, 'me'))).toEqual(mergeEvidence(TEN, ELEVEN, NOON))
    expect(mergeEvidence(await ownEvidenceOf(store, 'me'))).toEqual(mergeEvidence(TEN))
    expect((await installationsOf(store, 'me')).map(({ installation }) => installation.name)).toEqual([
      'Laptop',
      'Desktop',
    ])
    const own = { id: HERE, name: null }
    const sights = await sightsOf(store, 'me', own, (await evidenceOf(store, 'me')).captures)
    const idsIn = ({ captures }: Evidence) => captures.map(({ id }) => id)
    expect(sights.map(({ installation, captures }) => [installation.id, [...captures].toSorted()])).toEqual([
      [HERE, idsIn(TEN)],
      [LAPTOP.id, [...idsIn(TEN), ...idsIn(ELEVEN)].toSorted()],
      [DESKTOP.id, idsIn(NOON)],
    ])
    expect(await join([desktop, laptop])).toEqual({ changed: 0, problems: [], isTwin: false })
  })

  it('is taken in place of what it had written before: what it deleted goes, what others have stays', async () => {
    const store = freshStore()
    const join = joined(store)
    await join([file(bundle(LAPTOP, '2026-03-08T10:00:00Z', TEN, ELEVEN))])
    await putEvidence(store, 'me', NOON)
    expect(await join([file(bundle(LAPTOP, '2026-03-08T12:00:00Z', ELEVEN))])).toMatchObject({ changed: 1 })
    expect(mergeEvidence(await evidenceOf(store, 'me'))).toEqual(mergeEvidence(ELEVEN, NOON))
  })

  it('counts as newest: an older or conflicted copy is named, whether it comes with the newest or after it', async () => {
    const store = freshStore()
    const join = joined(store)
    const newest = file(bundle(LAPTOP, '2026-03-08T12:00:00Z', ELEVEN))
    const name = installationFile(LAPTOP.id).replace('.json', ' (conflicted copy).json')
    const copy = file(bundle(LAPTOP, '2026-03-08T10:00:00Z', TEN), name)
    const older = { name, reason: expect.stringContaining('older copy') }
    expect(await join([copy, newest])).toEqual({ changed: 1, problems: [older], isTwin: false })
    expect(await join([copy])).toEqual({ changed: 0, problems: [older], isTwin: false })
    expect(await records(store)).toBe(1)
  })

  it.each([
    ['cut off', (text: string) => file(text.slice(0, -40)), 'not whole'],
    ['empty', () => file(''), 'not whole'],
    ['a placeholder', (text: string) => file(text, `.${installationFile(LAPTOP.id)}.icloud`), 'not whole'],
    ['a part an hour old', (text: string) => file(text, PART, NOW - HOUR), 'not whole'],
    ['a part older than that', (text: string) => file(text, PART, NOW - HOUR - 1), 'can be deleted'],
    ['with a hole', (text: string) => file(text.replace('KimiCLI', 'XimiCLI')), 'refused'],
  ])('that is %s is named, and what had been read of it stays', async (_, damage, reason) => {
    const store = freshStore()
    const join = joined(store)
    await join([file(bundle(LAPTOP, '2026-03-08T10:00:00Z', TEN))])
    const { problems, changed } = await join([damage(bundle(LAPTOP, '2026-03-08T12:00:00Z', TEN, ELEVEN))])
    expect(problems.map((each) => ENGLISH.sentence(each.reason).text)).toEqual([
      expect.stringContaining(reason),
    ])
    expect(changed).toBe(0)
    expect(await records(store)).toBe(1)
  })

  it('that was being written is left over an hour later, at the next look', async () => {
    const join = joined(freshStore())
    const part = file('half', PART, NOW - HOUR)
    const said = async (now: Instant) =>
      (await join([part], null, { now })).problems.map(({ reason }) => ENGLISH.sentence(reason).text)
    expect(await said(NOW)).toEqual([expect.stringContaining('not whole yet')])
    expect(await said(later(NOW, 1))).toEqual([expect.stringContaining('left over')])
  })

  it('stays when its file is missing', async () => {
    const store = freshStore()
    const join = joined(store)
    await join([file(bundle(LAPTOP, '2026-03-08T10:00:00Z', TEN))])
    expect(await join([])).toMatchObject({ changed: 0 })
    expect(await records(store)).toBe(1)
  })

  it('under a new name, or retired, is named so without being read again', async () => {
    const store = freshStore()
    const join = joined(store)
    await join([file(bundle(LAPTOP, '2026-03-08T10:00:00Z', TEN))])
    const gone: Installation = { ...LAPTOP, name: 'Old laptop', retired: true }
    expect(await join([file(bundle(gone, '2026-03-08T11:00:00Z', TEN))])).toMatchObject({ changed: 0 })
    expect((await installationsOf(store, 'me'))[0]?.installation).toEqual(gone)
  })

  it('has notes that stay away once they were deleted here', async () => {
    const store = freshStore()
    const join = joined(store)
    const note = annotationOf({
      anchor: 'record:1',
      when: { kind: 'undated' },
      kind: 'note',
      text: 'the network was down',
      writtenAt: NOW,
    })
    const noted: Evidence = { ...NO_EVIDENCE, annotations: [note] }
    await join([file(bundle(LAPTOP, '2026-03-08T10:00:00Z', TEN, noted))])
    const deleting = inverseOf(adding({ annotations: [note] }))
    await changeUserItems(store, 'me', deleting)
    for (const [hour, more] of [
      ['11', ELEVEN],
      ['12', NOON],
    ] as const)
      await join([file(bundle(LAPTOP, `2026-03-08T${hour}:00:00Z`, TEN, noted, more))])
    expect((await evidenceOf(store, 'me')).annotations).toEqual([])
  })

  it('under the id of this installation is a twin, where it is newer than what was written here', async () => {
    const store = freshStore()
    const join = joined(store)
    const own = file(bundle({ id: HERE, name: null }, '2026-03-08T10:00:00Z', TEN), installationFile(HERE))
    const written = (time: string): Written => ({
      at: at(time),
      digest: '',
      file: { name: own.name, size: 1, modified: 1 },
    })
    expect(await join([own], written('2026-03-08T09:00:00Z'))).toMatchObject({ changed: 0, isTwin: true })
    expect(await join([own], written('2026-03-08T11:00:00Z'))).toMatchObject({ changed: 0, isTwin: false })
    // the browser was closed when the file stood there, and nothing had been noted of it
    const begun = at('2026-03-08T10:00:00Z')
    expect(await join([own], null, { begun })).toMatchObject({ isTwin: false })
    expect(await join([own], written('2026-03-08T09:00:00Z'), { begun })).toMatchObject({ isTwin: false })
    expect(await join([own], null, { begun: at('2026-03-08T09:59:59Z') })).toMatchObject({ isTwin: true })
  })
})

it('an installation writes what it saw, once, and again when that or its name has changed', async () => {
  const store = freshStore()
  await putEvidence(store, 'me', TEN)
  await joined(store)([file(bundle(LAPTOP, '2026-03-08T10:00:00Z', ELEVEN))])
  const intake = givenIntake(store)
  const own = (name: string | null, unless: string | null) =>
    intake.do('own', { account: 'me', installation: { id: HERE, name }, zone: UTC, at: NOW, unless })
  const first = await own(null, null)
  expect(await first?.file.text()).toBe(bundle({ id: HERE, name: null }, '2026-03-09T00:00:00Z', TEN))
  const digest = first?.digest ?? ''
  expect(await own(null, digest)).toBeNull()
  expect(await own('Server', digest)).not.toBeNull()
  await putEvidence(store, 'me', NOON)
  expect(await own(null, digest)).not.toBeNull()
  expect(
    await intake.do('own', {
      account: 'nobody',
      installation: { id: HERE, name: null },
      zone: UTC,
      at: NOW,
      unless: null,
    }),
  ).toBeNull()
})
