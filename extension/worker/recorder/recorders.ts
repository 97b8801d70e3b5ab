import { z } from '../../../shared/parse/zod.ts'
import { gapSchema, type Gap } from '../../../shared/recorder/gaps.ts'
import {
  RECORDER_OFF,
  recorderStateSchema,
  type RecorderState,
} from '../../../shared/recorder/recorder-state.ts'
import { SITES, type Site } from '../../../shared/recorder/sites.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'

export type Recorders = Readonly<Record<Site, RecorderState>>

const state = recorderStateSchema.catch(RECORDER_OFF)
const schema: z.ZodType<Recorders> = z.object({ 'www.kimi.com': state, 'www.kimi.ai': state })
const ALL_OFF: Recorders = { 'www.kimi.com': RECORDER_OFF, 'www.kimi.ai': RECORDER_OFF }

/** What the recorder of each site is doing. */
export const recordersIn = (area: StorageArea) => storedValue(area, 'recorders', schema, ALL_OFF)

const gaps: z.ZodType<readonly Gap[]> = z.array(gapSchema)

/** When the recorders did not look, oldest first. */
export const gapsIn = (area: StorageArea) => storedValue(area, 'gaps', gaps, [])

/** The site whose recorder opened that tab; null for a tab of the user's. */
export async function recorderOf(area: StorageArea, tab: number): Promise<Site | null> {
  const known = await recordersIn(area).read()
  return SITES.find((site) => known[site].tab === tab) ?? null
}
