import type { Language } from '../../shared/time/format.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { OverlayModel, OverlayState } from '../messages/overlay-model.ts'
import { ownWords } from './own-words.ts'

/** What the page's reader could not make out, in words, and what may be copied for whoever mends it. */
export interface LayoutTrouble {
  readonly failed: string
  /** Masked: names of headings and columns, no contents. */
  readonly diagnostic: string
}

/** All that one drawing of the strip needs. */
export interface StripView {
  readonly model: OverlayModel | null
  /** The extension was updated or removed under the page. */
  readonly gone: boolean
  /** The worker has left a question open for long: what is shown is as old as its last answer. */
  readonly silent: boolean
  readonly layout: LayoutTrouble | null
  readonly collapsed: boolean
  readonly twinOpen: boolean
  readonly language: Language
  /** What the time is: countdowns run on between two models. */
  readonly now: Instant
  /** Under the console's cards, as a pill over the page, or in the popup, which has buttons of its own. */
  readonly place: 'docked' | 'pill' | 'popup'
}

/** What the buttons of the strip ask for; each button carries it as `data-action`. */
export const STRIP_ACTIONS = ['toggle', 'open', 'why', 'twin', 'copy'] as const
export type StripAction = (typeof STRIP_ACTIONS)[number]

/** The state to show: what the page alone knows goes before what the worker says. */
export function stateOf({ model, gone, silent, layout, language }: StripView): OverlayState {
  const words = ownWords(language)
  if (gone) return { kind: 'gone', text: words.gone }
  if (model?.state.kind === 'off') return model.state
  if (silent) return { kind: 'silent', text: words.silent }
  if (layout) return { kind: 'layout', text: words.layout(layout.failed) }
  return model?.state ?? { kind: 'collecting', text: words.starting }
}
