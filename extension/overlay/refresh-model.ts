import type { OverlayModel } from '../messages/overlay-model.ts'

export interface ModelQuestion {
  readonly canAsk: () => boolean
  /** The worker's model, however long it takes; null when it has none to give. */
  readonly ask: () => Promise<OverlayModel | null>
  /** The question has been open for so long that the reader is to be told. */
  readonly onLate: () => void
  readonly onAnswer: (model: OverlayModel | null) => void
}

const SOON = 400
/** A worker that was asleep answers in a second or two, and one that died is asked anew meanwhile (content/deliver.ts). */
const ANSWER_BY = 30_000

/** Asks for a new model, once for several requests in a row, and one at a time: a late answer must not replace a newer one. */
export function createRefresh({ canAsk, ask, onLate, onAnswer }: ModelQuestion): () => void {
  let planned: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let askAgain = false
  const refresh = async () => {
    planned = undefined
    if (!canAsk()) return
    askAgain = asking
    if (asking) return
    asking = true
    const late = setTimeout(onLate, ANSWER_BY)
    const model = await ask()
    clearTimeout(late)
    asking = false
    if (askAgain) refreshSoon()
    onAnswer(model)
  }
  const refreshSoon = () => {
    planned ??= setTimeout(() => void refresh(), SOON)
  }
  return refreshSoon
}
