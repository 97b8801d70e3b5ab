import type { Text } from '../../locales/use-text.ts'

/** Where in an input something was read, for a reader: `line 3` in the reader's language, a JSON path as it is. */
export const placeInInput = (at: string, t: Text): string =>
  at.replace(/^line (\d+)/, (_, line: string) => t('bringIn.line', { line }))
