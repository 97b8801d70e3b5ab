/**
 * Control characters other than tabs and line ends, and those that turn the direction of writing. No name or message has
 * them; on a terminal they move the cursor or set its title, and elsewhere they make a text look like another one. Halves of a character, too: of a
 * JSON that has one, strict readers, a collector of logs among them, refuse all.
 */
const CONTROLS =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\p{Cs}]|\r(?!\n)/gu

/** The text with a U+FFFD for each of them. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '\uFFFD')
