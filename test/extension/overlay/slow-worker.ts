import type { OverlayModel } from '../../../extension/messages/overlay-model.ts'
import { mountOverlay } from '../../../extension/overlay/mount-overlay.ts'
import { overlayOf } from './overlay-of.ts'
import { NO_EVIDENCE } from '../../../shared/evidence/evidence.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'

/** A strip's model of nothing, told apart by what it says is kept. */
export const model = (records: string): OverlayModel => ({
  ...overlayOf(NO_EVIDENCE, at('2026-06-02T12:00:00Z'), UTC, 'en'),
  records,
})

/** A worker that answers when the test says so. */
export function slowWorker() {
  const answers: ((model: OverlayModel) => void)[] = []
  const overlay = mountOverlay(document, {
    refresh: () => new Promise((resolve) => answers.push(resolve)),
    openConsole: () => undefined,
    look: async () => null,
    keepLook: () => undefined,
    isGone: () => false,
    onGone: () => undefined,
  })
  return { answers, overlay }
}
