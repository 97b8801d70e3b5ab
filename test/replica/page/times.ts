import { look } from './look.ts'
import { words } from './words.ts'

/*
 * The replica stands for a page, and a page shows times as the browser it runs in would: this is the one place outside
 * shared/time that asks the machine (test/rules/clock.test.ts says so).
 */
const now = (): number => (look.now === null ? Date.now() : Date.parse(look.now))

const two = (value: number) => String(value).padStart(2, '0')

function dayOf(at: Date): string {
  const separator = look.dates === 'slash' ? '/' : '-'
  return [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join(separator)
}

/** `2026/03/02 17:25:14` on the browser's clock, without a zone (docs/kimi.md#history-table). */
export function shownTime(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}

/** The same to the minute: `2026-07-22 09:08` (docs/kimi.md#membership-page). */
export const shownMinute = (iso: string): string => shownTime(iso).replaceAll('/', '-').slice(0, -3)

/** `Resets in 3 hours`; minutes within the last hour (docs/kimi.md#quota-cards). */
export function shownCountdown(iso: string): string {
  const minutes = Math.max(0, Math.ceil((Date.parse(iso) - now()) / 60_000))
  return minutes < 60 ? words.resets(minutes, 'minute') : words.resets(Math.ceil(minutes / 60), 'hour')
}
