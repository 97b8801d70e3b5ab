import type { Sender } from '../../extension/worker/sender.ts'

/** A tab as a browser tells of it; only its id is looked at. */
export const TAB: NonNullable<Sender['tab']> = {
  id: 7,
  windowId: 1,
  lastAccessed: 0,
  groupId: -1,
  index: 0,
  active: true,
  selected: true,
  highlighted: true,
  pinned: false,
  frozen: false,
  discarded: false,
  autoDiscardable: true,
  incognito: false,
}
