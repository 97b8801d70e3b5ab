import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { readInput } from '../../shared/intake.ts'
import { accountsOf } from '../../shared/store/accounts/accounts.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import type { Store } from '../../shared/store/database/store.ts'
import { maskedAgain } from '../../shared/export/bundle/masked-again.ts'
import { someEvidence } from '../export/some-evidence.ts'
import { freshStore } from '../store/fresh-store.ts'
import { at, zone } from '../time/given.ts'
import { givenIntake } from './bring-in/given-intake.ts'

/** Moving an account to another browser, and back into the same. */

const NOW = at('2026-03-09T00:00:00Z')
const ABOUT = { now: NOW, zone: zone('+01:00'), rules: DEFAULT_RULES }
const WRITTEN = { writtenAt: NOW, zone: ABOUT.zone }

const complete = (evidence: Evidence) => writeBundle(evidence, { ...WRITTEN, masking: 'none' })
const redacted = (evidence: Evidence) => writeBundle(evidence, WRITTEN)

const seed = (name: string) => readFileSync(new URL(`../fixtures/seed/${name}`, import.meta.url), 'utf8')
const imported = (name: string) =>
  readInput({ at: null, via: 'file', input: name, source: null, body: seed(name) }, { zone: ABOUT.zone })
    .evidence

/** Imports bundles one after the other, as a reader would. */
async function bringIn(store: Store, bundles: readonly string[]): Promise<void> {
  const intake = givenIntake(store)
  for (const [index, body] of bundles.entries()) {
    const input = `${index}`
    await intake.do('read', { input, source: { via: 'file', name: 'bundle.json', body } })
    await intake.do('keep', { account: 'me', importId: input, at: NOW, inputs: [input], zone: null })
  }
}

/** An account at two moments: what was known at the first is part of what is known at the second. */
const twoStates = fc
  .tuple(someEvidence.map(maskedAgain), someEvidence.map(maskedAgain))
  .map(([early, more]) => [early, mergeEvidence(early, more)] as const)

it('complete bundles, each twice and in any order, redacted ones between: counts and Report are as at first', async () => {
  await fc.assert(
    fc.asyncProperty(
      twoStates.chain(([early, late]) =>
        fc.record({
          late: fc.constant(late),
          order: fc.shuffledSubarray(
            [early, late].flatMap((state) => [
              complete(state),
              complete(state),
              redacted(state),
              redacted(state),
            ]),
            { minLength: 8 },
          ),
          isSame: fc.boolean(),
        }),
      ),
      async ({ late, order, isSame }) => {
        const store = freshStore()
        if (isSame) await putEvidence(store, 'me', late)
        await bringIn(store, order)
        const back = await evidenceOf(store, 'me')
        expect(complete(back)).toBe(complete(late))
        expect(reportFrom(back, ABOUT)).toEqual(reportFrom(late, ABOUT))
      },
    ),
    { numRuns: 12 },
  )
})

it('a redacted bundle is a history of its own, the same each time, and gone when it is undone', async () => {
  const store = freshStore()
  const early = imported('usage-history.txt')
  const late = mergeEvidence(early, imported('cli-panel.txt'))
  await bringIn(store, [complete(late), redacted(late), redacted(late), redacted(early)])
  const [own, ...shared] = await accountsOf(store)
  expect([own, shared.length]).toEqual(['me', 2])
  const counts = await Promise.all(
    shared.map(async (each) => (await evidenceOf(store, each)).captures.length),
  )
  expect(counts.toSorted((a, b) => a - b)).toEqual([early.captures.length, late.captures.length])

  const intake = givenIntake(store)
  for (const account of shared)
    for (const importId of ['1', '2', '3']) await intake.do('undo', { account, importId })
  expect(await accountsOf(store)).toEqual(['me'])
})
