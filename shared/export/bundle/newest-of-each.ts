import { groupBy } from '../../evidence/group-by.ts'
import type { Installation } from '../../evidence/installation.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import type { Instant } from '../../time/instant.ts'

/** Why what an installation wrote does not count. */
export const OLDER: Reason = 'an older copy of what this installation wrote: the newest one counts'
export const HALF: Reason = 'what an installation wrote, and not whole yet'
export const LEFT_OVER: Reason = 'left over of a write that was broken off: it can be deleted'
export const PICK_AGAIN: Reason = 'changed or moved since it was opened: open it again'
export const GONE: Reason = 'changed or moved while it was read: it is read again at the next look'

/** What a bundle says of itself that decides whether it counts beside others. */
export interface WrittenBundle {
  /** Absent: it was saved by hand, and stands for itself. */
  readonly installation?: Installation | undefined
  readonly writtenAt: Instant
  /** Of all its evidence. */
  readonly digest: string
}

/**
 * The bundles of a folder that count, in their order, and those that do not. An installation writes all that it has each
 * time, so of each the one that was written last counts: an older copy ("name (conflicted copy).json") would bring back what
 * was deleted since. Copies of the very same evidence are one, and nothing is said of them. Whatever the order, the same
 * ones count.
 */
export function newestOfEach<Bundle extends WrittenBundle>(
  bundles: readonly Bundle[],
): { readonly counted: readonly Bundle[]; readonly older: readonly Bundle[] } {
  const newest = new Map(
    [...groupBy(bundles.filter(isOfOne), ({ installation }) => installation.id)].map(([id, own]) => [
      id,
      own.reduce((best, each) => (isNewer(each, best) ? each : best)),
    ]),
  )
  const counts = (bundle: Bundle) => !isOfOne(bundle) || newest.get(bundle.installation.id) === bundle
  return {
    counted: bundles.filter(counts),
    older: bundles.filter(
      (bundle) =>
        isOfOne(bundle) && !counts(bundle) && newest.get(bundle.installation.id)?.digest !== bundle.digest,
    ),
  }
}

const isOfOne = <Bundle extends WrittenBundle>(
  bundle: Bundle,
): bundle is Bundle & { readonly installation: Installation } => bundle.installation !== undefined

/** Two that were written in one millisecond are told apart by what is in them, so that their order does not matter. */
export const isNewer = (a: WrittenBundle, b: WrittenBundle): boolean =>
  a.writtenAt > b.writtenAt || (a.writtenAt === b.writtenAt && a.digest > b.digest)
