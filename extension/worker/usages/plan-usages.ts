import type { UsagesReader } from '../../../shared/recorder/usages-reader.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { later, type Instant } from '../../../shared/time/instant.ts'

export const USAGES_ALARM = 'usages'

/** Has the browser wake the worker when the next read is due; what is overdue (in a pause, say) is looked at each minute. */
export async function planUsages(reader: UsagesReader | null, now: Instant): Promise<void> {
  if (!reader || reader.due === null) await chrome.alarms.clear(USAGES_ALARM)
  else await chrome.alarms.create(USAGES_ALARM, { when: Math.max(reader.due, later(now, MINUTE)) })
}
