const asSaid = (hour: number) => hour
const atNight = (hour: number) => (hour === 12 ? 0 : hour)
const afterNoon = (hour: number) => (hour < 12 ? hour + 12 : hour)

/** The parts of a day that Chinese puts before a time instead of AM and PM, each with what it makes of an hour; null where it says no one hour. */
const PARTS: Readonly<Record<string, (hour: number) => number | null>> = {
  凌晨: atNight,
  半夜: atNight,
  清晨: asSaid,
  早晨: asSaid,
  早上: asSaid,
  上午: asSaid,
  中午: (hour) => (hour < 4 ? hour + 12 : hour),
  下午: afterNoon,
  傍晚: afterNoon,
  // 晚上12点 is midnight, of this day or of the next
  晚上: (hour) => (hour === 12 || hour < 4 ? null : afterNoon(hour)),
}

/** All of them, as alternatives of a pattern. */
export const PART_OF_DAY = Object.keys(PARTS).join('|')

/** `下午` and 2 are 14; an hour that is one of 24 already stays. */
export const hourInPart = (part: string, hour: number): number | null => PARTS[part]?.(hour) ?? null
