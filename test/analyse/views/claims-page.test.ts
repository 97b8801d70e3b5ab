import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readClaim, type Claim } from '../../../shared/analyse/views/claims/read-claim.ts'

const page = readFileSync(new URL('../../../docs/claims.md', import.meta.url), 'utf8')

/** What the page calls each kind. */
const KINDS: Readonly<Record<string, Claim['kind'] | null>> = {
  'a reset': 'reset',
  'a quota used up': 'used_up',
  'the cap': 'cap',
  'subagents': 'only_with_subagents',
  'failed calls': 'failed_calls_use_quota',
  'nothing known': null,
}

/** Rows "| `example` | is a claim about |". */
const examples = [...page.matchAll(/^\| `([^`]+)` +\| ([a-z ]+?) +\|$/gm)].map(
  ([, text = '', about = '']) => [text, about] as const,
)

it('docs/claims.md has an example of every kind', () => {
  expect(new Set(examples.map(([, about]) => about))).toEqual(new Set(Object.keys(KINDS)))
})

it.each(examples)('docs/claims.md: "%s" is a claim about %s', (text, about) => {
  expect(readClaim(text)?.kind ?? null).toBe(KINDS[about])
})
