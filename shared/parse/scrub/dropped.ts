import { maskCredentials } from './mask.ts'

/** What stands in the place of a value that is not kept. */
export const DROPPED = '[dropped]'

/** Numbers, times and constants, as services write them. */
const PLAIN = /^[\w.:+\-/ %]{0,60}$/

/** Whether a text that stands where a number, a time or a constant belongs may be one; any other may be somebody's. */
export const isPlain = (text: string): boolean => PLAIN.test(text) && maskCredentials(text) === text
