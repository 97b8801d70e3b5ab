import type { TextLines } from './text-lines.ts'

/** Somebody who shows a few lines names Kimi in these, if anywhere. */
const TOLD_WITHIN = 60
const NAMED_WITHIN = 1_000

/** Whether a text that somebody wrote names Kimi. */
export const isToldOfKimi = ({ texts }: TextLines): boolean =>
  texts.slice(0, TOLD_WITHIN).some((text) => /kimi/i.test(text.slice(0, NAMED_WITHIN)))
