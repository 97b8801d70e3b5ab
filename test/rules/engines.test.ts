import { expect, it } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }

/** The oldest Node that the README promises. */
const MAJOR = 20
const MINOR = 19

/** Whether one part of a range, `^20.19.0`, `>=18` or `>= 4`, lets that Node in; other forms are not in use here. */
function letsIn(part: string): boolean {
  const [, sign, major, minor = '0'] = /^(\^|>=)?\s*(\d+)(?:\.(\d+))?/.exec(part.trim()) ?? []
  if (part.trim() === '*') return true
  const isOlder = Number(major) < MAJOR || (Number(major) === MAJOR && Number(minor) <= MINOR)
  return sign === '>=' ? isOlder : Number(major) === MAJOR && isOlder
}

it('every library runs on the oldest Node that we promise: a new user sees no warning', () => {
  const tooNew = Object.entries(lock.packages).flatMap(([path, item]) => {
    const range = 'engines' in item && 'node' in item.engines ? item.engines.node : '>=0'
    return range.split('||').some(letsIn) ? [] : [`${path} ${range}`]
  })
  expect(tooNew).toEqual([])
})
