import type { Wording } from '../../../../shared/wording/wording.ts'
import type { Text } from '../../../locales/use-text.ts'
import type { TimeWords } from '../time-words.ts'

/** What an event is put into words with. */
export interface LaneWords {
  readonly t: Text
  readonly wording: Wording
  readonly time: TimeWords
}
