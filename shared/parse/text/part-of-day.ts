/** The parts of a day that Chinese puts before a time instead of AM and PM, each with what it makes of an hour; null where it says no one hour. */
const PARTS: readonly (readonly [RegExp, (hour: number) => number | null])[] = [
  [/^(?:凌晨|半夜)$/, (hour) => (hour === 12 ? 0 : hour)],
  [/^(?:清晨|早晨|早上|上午)$/, (hour) => hour],
  [/^中午$/, (hour) => (hour < 4 ? hour + 12 : hour)],
  [/^(?:下午|傍晚)$/, (hour) => (hour < 12 ? hour + 12 : hour)],
  // 晚上12点 is midnight, of this day or of the next
  [/^晚上$/, (hour) => (hour === 12 || hour < 4 ? null : hour < 12 ? hour + 12 : hour)],
]

export const PART_OF_DAY = '凌晨|半夜|清晨|早晨|早上|上午|中午|下午|傍晚|晚上'

/** `下午` and 2 are 14; an hour that is one of 24 already stays. */
export const hourInPart = (part: string, hour: number): number | null =>
  PARTS.find(([name]) => name.test(part))?.[1](hour) ?? null
