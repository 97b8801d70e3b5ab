import { describe, expect, it } from 'vitest'
import { exampleOf } from '../../shared/evidence/example.ts'
import { counts, fixture, outline, paste } from './paste.ts'

const seed = (name: string) => fixture(`seed/${name}`)
const snapshotOf = (name: string) => paste(seed(name)).evidence.snapshots[0]?.id

describe('the files of the seed', () => {
  it.each([
    ['usage-history.txt', { records: 9, snapshots: 0, errors: 0, rejects: 0 }],
    ['cli-panel.txt', { records: 0, snapshots: 1, errors: 0, rejects: 0 }],
    ['error.txt', { records: 0, snapshots: 0, errors: 1, rejects: 0 }],
    ['incident-2026-03-07.txt', { records: 0, snapshots: 1, errors: 1, rejects: 0 }],
    ['usages-2026-03-07.json', { records: 0, snapshots: 1, errors: 0, rejects: 0 }],
    ['usages-staff-example.json', { records: 0, snapshots: 1, errors: 0, rejects: 0 }],
  ])('%s gives %o', (name, expected) => {
    expect(counts(paste(seed(name)))).toEqual(expected)
  })

  it('the pasted body is the reading that the file holds, and the error before it goes with it', () => {
    const { errors, snapshots } = paste(seed('incident-2026-03-07.txt')).evidence
    expect(snapshots[0]?.id).toBe(snapshotOf('usages-2026-03-07.json'))
    expect(errors[0]).toMatchObject({
      errorClass: 'rate_or_concurrency',
      status: 429,
      type: 'rate_limit_reached_error',
      message: "We're receiving too many requests at the moment. Please wait a moment and try again.",
      when: { kind: 'undated' },
      readWith: snapshots[0]?.id,
    })
  })
})

describe('all of the seed in one post', () => {
  const post = [
    'Hi all, since the beginning of March I am thrown out again and again. This is what the console shows:',
    seed('usage-history.txt'),
    'You see the gap after 16:18:57. At that time the client said',
    seed('error.txt'),
    'but its meters look harmless:',
    seed('cli-panel.txt'),
    'A week later it happened once more, this time I asked the server itself:',
    seed('incident-2026-03-07.txt'),
    'The same, formatted:',
    seed('usages-2026-03-07.json'),
    'And this is what the support posted as an example:',
    seed('usages-staff-example.json'),
    'What does 2 % mean then? Is it 30 requests at once, or 100 rows?',
  ].join('\n')

  it('is the same evidence, nothing twice', () => {
    const read = paste(post)
    expect(counts(read)).toEqual({ records: 9, snapshots: 3, errors: 2, rejects: 0 })
    const alone = ['usage-history.txt', 'error.txt', 'cli-panel.txt', 'incident-2026-03-07.txt']
      .map((name) => paste(seed(name)).evidence)
      .flatMap(({ records, snapshots, errors }) => [...records, ...snapshots, ...errors].map(({ id }) => id))
    const { records, snapshots, errors } = read.evidence
    const staff = paste(seed('usages-staff-example.json')).evidence.snapshots
    const example = staff.map((snapshot) => exampleOf('snapshot', snapshot).id)
    expect([...records, ...snapshots, ...errors].map(({ id }) => id).toSorted()).toEqual(
      [...alone, ...example].toSorted(),
    )
  })

  it('tells every line once', () => {
    expect(outline(paste(post))).toEqual([
      '1-1 prose',
      '2-10 history_text',
      '11-12 prose',
      '13-13 error_text',
      '14-15 prose',
      '16-19 quota_panel',
      '20-21 prose',
      '22-23 error_text',
      '24-26 prose',
      '27-40 usages',
      '41-42 prose',
      '43-46 usages',
      '47-48 prose',
      '49-51 usages',
      '52-53 prose',
    ])
  })
})
