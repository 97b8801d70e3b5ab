import { withoutControls } from './without-controls.ts'

/** The longest text that evidence holds, in characters; no name, address or message that is known comes near it. */
export const LONGEST_TEXT = 4_000

/** Cut to that, so that whatever is kept can be read back from a bundle, and without control characters. Ids are made of the whole text. */
export const cutText = (text: string): string =>
  withoutControls(text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`)
