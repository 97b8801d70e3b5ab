import { expect, it } from 'vitest'
import { WORDINGS } from '../../shared/evidence/errors/error-wordings.ts'
import { readErrorAgain } from '../../shared/evidence/errors/read-again.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'

const read = (message: string, status: number) => {
  const body = `Error code: ${status} - {"error": {"message": ${JSON.stringify(message)}}}`
  const input = { at: null, via: 'paste', input: 'paste', source: null, body } as const
  return parseInput(input, { zone: UNKNOWN_ZONE }).evidence.errors
}

const worded = WORDINGS.map(({ key, rest = '' }) => key + rest)
const cut = WORDINGS.map(({ key }) => `${key.slice(0, 24)}…`)

it.each([...worded, ...cut, 'what nobody is known to say'])('%s: read again as it was read', (message) => {
  const errors = [401, 403, 429, 500, 529].flatMap((status) => read(message, status))
  expect(errors.map(readErrorAgain)).toEqual(errors)
})

it('every known wording is read at all', () => {
  const all = worded.filter((message) => read(message, 429).length > 0)
  expect(all.length).toBeGreaterThan(30)
})
