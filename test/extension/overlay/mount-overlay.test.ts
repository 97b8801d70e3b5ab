// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://www.kimi.com/code/console"}
import { beforeEach, expect, it, vi } from 'vitest'
import { shownIn } from './closed-roots.ts'
import { model, slowWorker } from './slow-worker.ts'

const records = () => shownIn('quotascope-strip', '.records')

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<div><p>Weekly usage</p><p>Rate limit details</p></div>'
})

it('asks one at a time, and once more for what came in meanwhile', async () => {
  const { answers, overlay } = slowWorker()
  await vi.advanceTimersByTimeAsync(500)
  expect(answers).toHaveLength(1)
  overlay.refreshSoon()
  await vi.advanceTimersByTimeAsync(500)
  overlay.refreshSoon()
  await vi.advanceTimersByTimeAsync(500)
  expect(answers).toHaveLength(1)
  answers[0]?.(model('first'))
  await vi.advanceTimersByTimeAsync(500)
  expect([answers.length, records()]).toEqual([2, 'first'])
  answers[1]?.(model('second'))
  await vi.advanceTimersByTimeAsync(5_000)
  expect([answers.length, records()]).toEqual([2, 'second'])
})
