// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://www.kimi.com/code/console"}
import { expect, it, vi } from 'vitest'
import { shownIn } from './closed-roots.ts'
import { model, slowWorker } from './slow-worker.ts'

const shown = (name: string) => shownIn('quotascope-strip', name)

it('says so when the worker does not answer, and no longer once it does', async () => {
  vi.useFakeTimers()
  document.body.innerHTML = '<div><p>Weekly usage</p><p>Rate limit details</p></div>'
  const silent = 'Quotascope does not answer. Reloading the page may help.'
  const { answers, overlay } = slowWorker()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(shown('.state')).toBe('Quotascope is starting')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(shown('.state')).toBe(silent)
  answers[0]?.(model('first'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect([shown('.state'), shown('.records')]).toEqual([expect.stringMatching(/^Waiting/), 'first'])
  overlay.refreshSoon()
  await vi.advanceTimersByTimeAsync(40_000)
  expect([shown('.state'), shown('.records')]).toEqual([silent, 'first'])
  answers[1]?.(model('second'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect([shown('.state'), shown('.records')]).toEqual([expect.stringMatching(/^Waiting/), 'second'])
})
