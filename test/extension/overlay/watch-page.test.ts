// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://www.kimi.com/"}
import { afterEach, expect, it, vi } from 'vitest'
import { pageTheme } from '../../../extension/overlay/page-look.ts'
import { watchPage } from '../../../extension/overlay/watch-page.ts'

afterEach(() => vi.useRealTimers())

it('looks at a page that has no body yet, and waits for it', async () => {
  vi.useFakeTimers()
  const { body } = document
  body.remove()
  const looks = vi.fn()
  const stop = watchPage(document, () => true, looks)
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
  const stop = watchPage(document, () => true, looks)
  document.body.append('something')
  await vi.advanceTimersByTimeAsync(100)
  const before = looks.mock.calls.length
  expect(before).toBe(2)
  stop()
  expect(vi.getTimerCount()).toBe(0)
  document.body.append('something new')
  window.dispatchEvent(new Event('resize'))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(looks).toHaveBeenCalledTimes(before)
})

it('looks at a page that is not watched only when the address changes', async () => {
  vi.useFakeTimers()
  const looks = vi.fn()
  let watched = false
  const stop = watchPage(document, () => watched, looks)
  expect(looks).toHaveBeenCalledTimes(1)
  document.body.append('an answer, word by word')
  window.dispatchEvent(new Event('resize'))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(looks).toHaveBeenCalledTimes(1)

  watched = true
  history.pushState(null, '', '/code/console')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(looks).toHaveBeenCalledTimes(2)
  document.body.append('a card')
  await vi.advanceTimersByTimeAsync(100)
  expect(looks).toHaveBeenCalledTimes(3)

  watched = false
  history.pushState(null, '', '/chat')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(looks).toHaveBeenCalledTimes(4)
  document.body.append('an answer')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(looks).toHaveBeenCalledTimes(4)
  stop()
})
