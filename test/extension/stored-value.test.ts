import { expect, it } from 'vitest'
import { storedValue } from '../../extension/worker/stored-value.ts'
import { z } from '../../shared/parse/zod.ts'
import { fakeArea } from './fake-area.ts'

const numbers = z.number()

it('two changes at once do not write over each other', async () => {
  const area = fakeArea()
  const more = () => storedValue(area, 'count', numbers, 0).change((known) => known + 1)
  await Promise.all(Array.from({ length: 20 }, more))
  expect(await storedValue(area, 'count', numbers, 0).read()).toBe(20)
})

it('a change that fails does not hold up the next', async () => {
  const value = storedValue(fakeArea(), 'count', numbers, 0)
  const failing = value.change(() => {
    throw new Error('no')
  })
  const next = value.change((known) => known + 1)
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe(1)
})

it('what cannot be read back is as if it were not there', async () => {
  expect(await storedValue(fakeArea({ count: 'seven' }), 'count', numbers, 7).read()).toBe(7)
})
