import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { AccountReader } from '../../../shared/store/accounts/account-reader.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { plainAnswer } from '../../../web/data/engine/plain-answer.ts'
import { FORMATS } from '../../../web/data/questions/hand-on-formats.ts'
import { handOnQuestion } from '../../../web/data/questions/hand-on-question.ts'
import { seedEvidence } from '../../analyse/build.ts'
import { freshStore } from '../../store/fresh-store.ts'
import { at } from '../../time/given.ts'

async function seedAsTheEngineHoldsIt() {
  const store = freshStore()
  await putEvidence(store, 'me', seedEvidence())
  const { evidence } = await new AccountReader(store, 'me').read()
  return { held: evidence, whole: await evidenceOf(store, 'me') }
}

describe('an answer with rows of the engine', () => {
  it('crosses to another thread as rows with all their fields', async () => {
    const { held, whole } = await seedAsTheEngineHoldsIt()
    expect(held.records.length).toBeGreaterThan(0)
    expect(structuredClone(plainAnswer({ deep: [held.records] }))).toEqual({ deep: [whole.records] })
  })

  it('leaves alone what crosses as it is', () => {
    const blob = new Blob(['x'])
    const bytes = Uint8Array.of(1, 2)
    const answer = { blob, bytes, map: new Map([[1, 2]]), none: null }
    expect(plainAnswer(answer)).toEqual(answer)
    expect(plainAnswer(blob)).toBe(blob)
  })

  it.each(FORMATS.flatMap((format) => [true, false].map((masked) => [format, masked] as const)))(
    'hands on the same %s, masked %s, as from rows of their own',
    async (format, masked) => {
      const { held, whole } = await seedAsTheEngineHoldsIt()
      const options = { now: at('2026-03-09T00:00:00Z'), zone: UTC, rules: DEFAULT_RULES }
      const ask = { format, masked, language: 'en', theme: 'light', incident: null } as const
      const written = async (evidence: typeof whole) => {
        const file = handOnQuestion.answer(
          { account: 'me', ...analyse(evidence, options), since: null, kept: {}, sights: [] },
          ask,
        )
        return { ...file, content: (await file.content?.text()) ?? null }
      }
      expect(await written(held)).toEqual(await written(whole))
    },
  )
})
