import type { Span } from '../../../../shared/time/span.ts'
import type { TextKey } from '../../../locales/text-key.ts'

/** The lanes by the names that the console's texts give them. */
export type LaneName = NameIn<TextKey>
type NameIn<Key> = Key extends `timeline.lane.${infer Name}` ? Name : never

/** What pressing an event opens. */
type LaneTarget =
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'evidence'; readonly refs: readonly string[] }
  /** The rows of a stretch; which they are is looked up when it is pressed. */
  | { readonly kind: 'rows'; readonly span: Span }
  /** What stands for several that lie too near each other: they are told apart from nearer. */
  | { readonly kind: 'zoom'; readonly span: Span }

/** One thing on a lane, in words: what a tooltip, a screen reader and the table twin say of it. */
export interface LaneEvent {
  readonly key: string
  readonly lane: LaneName
  readonly span: Span
  /** `16:15–16:30` or `17:20:45` */
  readonly time: string
  /** One line, without the time: `blocked (suspected)`. */
  readonly what: string
  /** More to say, a line each. */
  readonly details: readonly string[]
  readonly target: LaneTarget | null
}
