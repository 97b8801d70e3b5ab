import { maskText } from '../../shared/parse/scrub/mask.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { scrubOrDescribe } from '../../shared/parse/scrub/scrub.ts'

/** What is done with a text that comes in, each by itself. */
export const READINGS: Readonly<Record<string, (body: string) => unknown>> = {
  read: (body) =>
    parseInput({ at: null, via: 'paste', input: 'paste', source: null, body }, { zone: 'unknown' }),
  scrub: (body) => scrubOrDescribe(body, 'ListUnifiedRequests'),
  mask: (body) => maskText(body),
}
