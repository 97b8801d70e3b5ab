import { expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { exampleOf, isExample } from '../../shared/evidence/example.ts'
import { annotationOf } from '../../shared/evidence/kinds/annotation.ts'
import { rejectId } from '../../shared/evidence/kinds/reject.ts'
import { readSentence } from '../../shared/evidence/sentences/find-sentence.ts'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { writeBundle, type BundleOptions } from '../../shared/export/bundle/write-bundle.ts'
import { refusal } from '../analyse/build.ts'
import { at } from '../time/given.ts'

const TEN = '2026-03-02T10:00:00Z'
const complete: BundleOptions = { writtenAt: at(TEN), zone: 'unknown', masking: 'none' }
const SECRETS = ['sk-kimi-0123456789abcdef0123456789abcdef', 'jane.doe@example.org', '/home/janedoe/secret']
const TEXT = `rate limit reached for ${SECRETS.join(' ')}`

const told = refusal('rate_or_concurrency', TEN, { message: TEXT })
const REFUSED = {
  capture: `capture:${'0'.repeat(32)}`,
  line: 1,
  path: null,
  reason: readSentence('the error text is cut off before it says what is wrong'),
}
const written: Evidence = {
  ...NO_EVIDENCE,
  errors: [told],
  annotations: [
    annotationOf({ anchor: told.id, when: told.when, kind: 'note', text: 'mine', writtenAt: at(TEN) }),
  ],
  rejects: [{ ...REFUSED, id: rejectId(REFUSED), input: 'paste', excerpt: TEXT }],
  unknownFields: [{ source: 'usages', path: `$.${SECRETS[1]}`, count: 1 }],
}

function read(text: string) {
  const bundle = readBundle(text)
  if (!bundle.ok) throw new Error(bundle.reason)
  return bundle.evidence
}

it.each(SECRETS)('%s is in no text of a bundle once it is read, whoever wrote it', (secret) => {
  const text = writeBundle(written, complete)
  expect(text).toContain(secret)
  expect(JSON.stringify(read(text))).not.toContain(secret)
})

it('what was written on an error follows it to its new id', () => {
  const { errors, annotations } = read(writeBundle(written, complete))
  expect(errors).toHaveLength(1)
  expect(annotations.map(({ anchor }) => anchor)).toEqual([errors[0]?.id])
})

it('takes an example for no refusal of the account', () => {
  const example = exampleOf('error', told)
  const { errors } = read(writeBundle({ ...written, errors: [told, example] }, complete))
  expect(errors.filter(isExample)).toHaveLength(1)
  expect(new Set(errors.map(({ id }) => id)).size).toBe(2)
})

it('changes nothing that was masked before', () => {
  const once = read(writeBundle(written, complete))
  expect(read(writeBundle(once, complete))).toEqual(once)
})
