/*
 * Clients of Kimi Code did not exist before 2020. A time outside these years is a zero or a MAX that stands for "none"
 * (`0001-01-01T00:00:00Z`), a slip, or an attack: a block that lasts until the year 9999 is no block.
 */
export const EARLIEST = 1_577_836_800_000 // 2020-01-01
const LATEST = 4_102_444_800_000 // 2100-01-01

/** Whether something of Kimi can have been at that time, in milliseconds of UTC or of a clock on the wall. */
export const isPlausible = (ms: number): boolean => ms >= EARLIEST && ms < LATEST

/** The time, if it can be meant. */
export const plausible = <Time extends number>(at: Time | null): Time | null =>
  at !== null && isPlausible(at) ? at : null
