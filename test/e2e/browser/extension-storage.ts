import type { Page } from '@playwright/test'
import { z } from 'zod'
import { gapSchema, type Gap } from '../../../shared/recorder/gaps.ts'
import {
  RECORDER_OFF,
  recorderStateSchema,
  type RecorderState,
} from '../../../shared/recorder/recorder-state.ts'
import type { Site } from '../../../shared/recorder/sites.ts'

/** A value of the extension's local storage, read by one of its pages. */
export const keptValue = (own: Page, name: string): Promise<unknown> =>
  own.evaluate(async (key) => (await chrome.storage.local.get(key))[key], name)

const keepValue = (own: Page, name: string, value: unknown): Promise<void> =>
  own.evaluate(([key, kept]) => chrome.storage.local.set({ [key]: kept }), [name, value] as const)

const recordersSchema = z.partialRecord(z.string(), recorderStateSchema).catch({})

/** What the recorder of a site is doing. */
export const recorderState = async (own: Page, site: Site): Promise<RecorderState> =>
  recordersSchema.parse(await keptValue(own, 'recorders'))[site] ?? RECORDER_OFF

export const keptGaps = async (own: Page): Promise<readonly Gap[]> =>
  z
    .array(gapSchema)
    .catch([])
    .parse(await keptValue(own, 'gaps'))

/** Lets time go by for a recorder: what it did, it did so much longer ago, and its alarm rings now. */
export async function passTime(own: Page, site: Site, ms: number): Promise<void> {
  const state = await recorderState(own, site)
  const ago = (at: number | null) => (at === null ? null : at - ms)
  const older = {
    ...state,
    due: ago(state.due),
    visited: ago(state.visited),
    read: ago(state.read),
    seen: ago(state.seen),
  }
  await keepValue(own, 'recorders', { ...Object(await keptValue(own, 'recorders')), [site]: older })
  await own.evaluate((name) => chrome.alarms.create(name, { delayInMinutes: 0 }), `record ${site}`)
}
