import type { Outlook } from '../analyse/report.ts'
import type { Instant } from '../time/instant.ts'
import type { Language } from '../time/format.ts'
import type { Zone } from '../time/zone.ts'
import { readableTimes } from './readable-times.ts'
import type { Say } from './say.ts'
import { percentText } from './value-text.ts'

/** Where a window is heading, in one clause; null where nothing can be said. Whole percents: a forecast is no finer. */
export function outlookText(
  { atReset, fullAt }: Pick<Outlook, 'atReset' | 'fullAt'>,
  now: Instant,
  zone: Zone,
  language: Language,
  say: Say,
): string | null {
  if (atReset === null) return null
  const least = percentText(Math.floor(atReset.least), language)
  const most = percentText(Math.ceil(atReset.most), language)
  if (fullAt === null) return say('label', least === most ? 'outlookEven' : 'outlook', { least, most })
  return say('label', 'outlookFull', {
    at: readableTimes(now, zone, language, say).at(fullAt.earliest),
    least,
    most,
  })
}
