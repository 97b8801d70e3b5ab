import { instant } from '../../../shared/time/instant.ts'
import { wallTime, writeWallTime } from '../../../shared/time/wall.ts'
import { offsetAt, type KnownZone } from '../../../shared/time/zone.ts'

/** A moment as a wall clock shows it, to the second: `2026/03/02 17:25:14` or with dashes. */
export function localOf(at: number, zone: KnownZone, between: '/' | '-'): string {
  const whole = Math.floor(at / 1000) * 1000
  const text = writeWallTime(wallTime(whole + offsetAt(zone, instant(whole))))
  return text.slice(0, 19).replace('T', ' ').replaceAll('-', between)
}
