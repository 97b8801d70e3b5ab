import type { AwaitedReset } from '../../shared/recorder/awaited-reset.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { element } from '../overlay/element.ts'
import type { PopupWords } from './popup-words.ts'

export interface AwaitedView {
  /** When service is expected back; null while nothing is used up. */
  readonly backAt: AwaitedReset | null
  /** What the user wants to be told of already. */
  readonly awaited: AwaitedReset | null
}

/** Offers to tell when a used-up window is over, or says that it will be told; null where nothing is waited for. */
export function renderAwaited(
  page: Document,
  { backAt, awaited }: AwaitedView,
  words: PopupWords,
  moment: (at: Instant) => string,
  onAwait: (reset: AwaitedReset | null) => void,
): HTMLElement | null {
  const reset = awaited ?? backAt
  if (!reset) return null
  const button = element(page, 'button', { type: 'button' }, awaited ? words.doNotTell : words.tellMe)
  button.addEventListener('click', () => onAwait(awaited ? null : backAt))
  const said = awaited ? words.willTell(moment(reset.at)) : words.tellHint
  return element(
    page,
    'section',
    { class: 'row awaited' },
    element(page, 'p', { role: 'status' }, said),
    button,
  )
}
