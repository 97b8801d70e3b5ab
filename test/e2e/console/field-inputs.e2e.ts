import { readdirSync, readFileSync } from 'node:fs'
import { readInput } from '../../../shared/intake.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { expect, goTo, test } from '../browser/console-fixture.ts'

/** What people pasted in public, in the console: the same is found there as on the command line (test/field). */

const FOLDER = new URL('../../field/inputs/', import.meta.url)
const INPUTS = readdirSync(FOLDER).toSorted()

function itemsIn(body: string): number {
  const raw = { at: null, via: 'paste', input: 'pasted', source: null, body } as const
  const { records, snapshots, errors, calls, costs, devices, marks } = readInput(raw, {
    zone: UNKNOWN_ZONE,
  }).evidence
  return [records, snapshots, errors, calls, costs, devices, marks].reduce(
    (sum, list) => sum + list.length,
    0,
  )
}

test('each is read as a whole when it is pasted', async ({ consolePage: page }) => {
  await goTo(page, 'Import')
  const wrong: string[] = []
  for (const name of INPUTS) {
    const body = readFileSync(new URL(name, FOLDER), 'utf8')
    const items = itemsIn(body)
    // Of a log of another service only the notes are left.
    const button =
      items === 0
        ? /^(?:Nothing to import|Import what was read)$/
        : new RegExp(`^Import ${items} ${items === 1 ? 'item' : 'items'}$`)
    await page.getByLabel('Paste here').fill(body)
    const shown = page.getByRole('button', { name: button })
    await shown.waitFor({ timeout: 10_000 }).catch(() => wrong.push(`${name}: no button ${String(button)}`))
  }
  expect(wrong).toEqual([])
})
