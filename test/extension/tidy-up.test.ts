import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import { keepCapture } from '../../extension/worker/keep-capture.ts'
import { tidyUp } from '../../extension/worker/tidy-up.ts'
import type { Worker } from '../../extension/worker/worker.ts'
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../shared/recorder/settings.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { rawSizeOf } from '../../shared/store/raw/raw-size.ts'
import { freshStore } from '../store/fresh-store.ts'
import { at, zone } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'

const NOW = at('2026-06-30T12:00:00Z')

const bodyOf = (time: string) =>
  JSON.stringify({
    requests: [
      {
        requestId: `00000000-0000-4000-8000-0000${time.slice(5, 10).replace('-', '')}0000`,
        requestTime: time,
        success: true,
        httpStatusCode: 200,
        userAgent: 'KimiCLI/1.16.0',
      },
    ],
  })

/** A capture a day for the ten days before now, of two accounts; the settings keep so much. */
async function keptBy(keep: Partial<Settings['keep']>) {
  const store = freshStore()
  const local = fakeArea({
    settings: { ...DEFAULT_SETTINGS, keep: { ...DEFAULT_SETTINGS.keep, ...keep } },
  })
  const session = fakeArea()
  const clock = { now: () => NOW, zone: () => zone('UTC') }
  const worker: Worker = {
    ownId: 'x',
    ownPages: 'x',
    store,
    local,
    session,
    signIns: signInsIn(session),
    clock,
  }
  for (const account of ['one', 'other'])
    for (let day = 21; day <= 30; day += 1) {
      const time = `2026-06-${day}T10:00:00Z`
      const handed = {
        id: `${account} ${day}`,
        at: at(time),
        via: 'page',
        source: 'ListUnifiedRequests',
        input: 'page',
        body: bodyOf(time),
      } as const
      await keepCapture(store, account, handed, at(time))
    }
  await tidyUp(worker)
  return {
    raw: (await rawSizeOf(store)).count,
    one: (await countsOf(store, 'one')).items.records,
    other: (await countsOf(store, 'other')).items.records,
  }
}

it.each<
  [string, Partial<Settings['keep']>, { readonly raw: number; readonly one: number; readonly other: number }]
>([
  ['as it begins: texts for a week, records for good', {}, { raw: 14, one: 10, other: 10 }],
  ['texts for two days', { rawDays: 2 }, { raw: 4, one: 10, other: 10 }],
  ['records for three days', { recordDays: 3 }, { raw: 14, one: 4, other: 4 }],
  ['next to no room for texts', { rawMegabytes: 0.0003 }, { raw: 1, one: 10, other: 10 }],
  ['next to no room for records', { recordMegabytes: 0.000001 }, { raw: 14, one: 0, other: 0 }],
])('%s', async (_, keep, left) => {
  expect(await keptBy(keep)).toEqual(left)
})

it('settings that cannot be read back fall to what is careful, one by one', () => {
  expect(
    settingsSchema.parse({ keep: { rawDays: -1, recordDays: 'x' }, hiddenHours: 4, notices: 7 }),
  ).toEqual({
    ...DEFAULT_SETTINGS,
    hiddenHours: 4,
  })
})
