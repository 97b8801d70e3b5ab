// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://www.kimi.com/code/console"}
import { beforeEach, expect, it, vi } from 'vitest'
import { mountOverlay } from '../../../extension/overlay/mount-overlay.ts'
import type { OverlayModel } from '../../../extension/messages/overlay-model.ts'
import { overlayOf } from '../../../extension/worker/overlay-of.ts'
import { NO_EVIDENCE } from '../../../shared/evidence/evidence.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'

const model = (records: string): OverlayModel => ({
  ...overlayOf(NO_EVIDENCE, at('2026-06-02T12:00:00Z'), UTC, 'en'),
  records,
})

/** A worker that answers when the test says so. */
function slowWorker() {
  const answers: ((model: OverlayModel) => void)[] = []
  const overlay = mountOverlay(document, {
    refresh: () => new Promise((resolve) => answers.push(resolve)),
    openConsole: () => undefined,
    look: async () => null,
    keepLook: () => undefined,
    isGone: () => false,
  })
  return { answers, overlay }
}

const records = () =>
  document.querySelector('quotascope-strip')?.shadowRoot?.querySelector('.records')?.textContent

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
