import type { BlockedWindow } from '../../../../shared/analyse/report.ts'
import { edgesToPick, type PickingClock } from '../../../data/picked-span.ts'

/** The forms of docs/claims.md, as a text to begin with; times are those of the block, or a time to be overwritten. */
export function claimForms(block: BlockedWindow, clock: PickingClock): readonly string[] {
  const { from, to } = edgesToPick(block, clock)
  const began = from.slice(11, 16) || '16:20'
  const ended = to.slice(11, 16) || '17:20'
  return [
    `5h window reset at ${ended}`,
    `weekly quota reset at ${ended}`,
    `quota used up by ${began}`,
    `5h quota used up by ${began}`,
    `weekly quota used up by ${began}`,
    `monthly quota used up by ${began}`,
    'cap is 30',
    'only when subagents run',
    'failed calls use quota',
  ]
}
