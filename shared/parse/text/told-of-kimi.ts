import type { TextLines } from './text-lines.ts'

/** Somebody who shows a few lines names Kimi in these, if anywhere. */
const TOLD_WITHIN = 60
const NAMED_WITHIN = 1_000

/** Its name, a plan's that only it has, and what only its console calls a meter (docs/kimi.md#quota-cards). */
const KIMI = /kimi|\b(?:moderato|allegretto)\b|频限明细|rate limit details/i
/** Services that have windows and answers of the same names. */
const OTHERS =
  /claude|anthropic|codex|chatgpt|openai|gemini|copilot|cursor|minimax|\bglm\b|zhipu|智谱|deepseek|qwen|通义/i

/** Whether a text that somebody wrote names Kimi. */
export const isToldOfKimi = ({ texts }: TextLines): boolean =>
  texts.slice(0, TOLD_WITHIN).some((text) => KIMI.test(text.slice(0, NAMED_WITHIN)))

/** Whether a line names another service; beside Kimi's own name it may be the client that uses Kimi. */
export const namesOtherService = (line: string): boolean => OTHERS.test(line)
