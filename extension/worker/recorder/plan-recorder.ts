import { SITES, type Site } from '../../../shared/recorder/sites.ts'
import type { Instant } from '../../../shared/time/instant.ts'

const PREFIX = 'record '
const alarmOf = (site: Site) => `${PREFIX}${site}`

/** The site that an alarm is of; null for an alarm of something else. */
export const recorderOfAlarm = (name: string): Site | null =>
  SITES.find((site) => name === alarmOf(site)) ?? null

/** Has the browser wake the worker when the recorder is due; null: not at all. */
export async function planRecorder(site: Site, due: Instant | null): Promise<void> {
  if (due === null) await chrome.alarms.clear(alarmOf(site))
  else await chrome.alarms.create(alarmOf(site), { when: due })
}
