// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { pageTheme } from '../../../extension/overlay/page-look.ts'
import { watchPage } from '../../../extension/overlay/watch-page.ts'

afterEach(() => vi.useRealTimers())

it('looks at a page that has no body yet, and waits for it', async () => {
  vi.useFakeTimers()
  const { body } = document
  body.remove()
  const looks = vi.fn()
  const stop = watchPage(document, looks)
  window.dispatchEvent(new Event('resize'))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(looks).not.toHaveBeenCalled()
  expect(pageTheme(document)).toBe('light')
  document.documentElement.append(body)
  document.dispatchEvent(new Event('DOMContentLoaded'))
  expect(looks).toHaveBeenCalledTimes(1)
  stop()
})

it('leaves the page alone once it is stopped', async () => {
  vi.useFakeTimers()
  const looks = vi.fn()
  const stop = watchPage(document, looks)
  await vi.advanceTimersByTimeAsync(2_500)
  const before = looks.mock.calls.length
  expect(before).toBeGreaterThan(1)
  stop()
  expect(vi.getTimerCount()).toBe(0)
  document.body.append('something new')
  window.dispatchEvent(new Event('resize'))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(looks).toHaveBeenCalledTimes(before)
})
