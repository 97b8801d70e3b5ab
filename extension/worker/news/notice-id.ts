import type { Notice } from '../../../shared/recorder/notices.ts'
import { consolePlaceSchema, type ConsolePlace } from '../../messages/console-place.ts'

/** The id of a notification, which is all that is left of it when it is clicked: where it leads comes first. */
export const noticeId = (
  { kind, subject, at, incident }: Pick<Notice, 'kind' | 'subject' | 'at' | 'incident'>,
  account: string | null,
): string => `${incident ?? ''} ${encodeURIComponent(account ?? '')} ${kind} ${subject} ${at}`

/** Where a notification leads, and whose it is: the incident that it is of, or the console as it is. */
export function placeOfNotice(id: string): {
  readonly place: ConsolePlace | null
  readonly account: string | null
} {
  const [incident, account = ''] = id.split(' ')
  const place = consolePlaceSchema.safeParse({ view: 'incidents', incident }).data
  return { place: place ?? null, account: account === '' ? null : decodeURIComponent(account) }
}
