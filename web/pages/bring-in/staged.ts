import type { CaptureVia } from '../../../shared/evidence/capture.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { readInput, type ParsedInput } from '../../../shared/intake.ts'
import type { Zone } from '../../../shared/time/zone.ts'

/** An input that waits to be kept. */
export interface Staged {
  readonly name: string
  readonly via: Extract<CaptureVia, 'paste' | 'file'>
  readonly body: string
}

export interface ReadStaged {
  readonly staged: Staged
  readonly parsed: ParsedInput
}

/** Reads an input. When it was captured is not known: a file's date is that of its last copy. */
export function readStaged(staged: Staged, zone: Zone): ReadStaged {
  const { name, via, body } = staged
  return { staged, parsed: readInput({ at: null, via, input: name, source: null, body }, { zone }) }
}

/** True where a time was printed without a zone and still has none: then the reader is asked. */
export const hasZonelessTimes = ({ records, snapshots, errors, calls, costs }: Evidence): boolean =>
  [records, snapshots, errors, calls, costs].some((list) => list.some(({ when }) => when.kind === 'local'))

/** Evidence of an input, rejects aside. */
export const piecesOfEvidence = ({
  records,
  snapshots,
  errors,
  calls,
  costs,
  devices,
  marks,
}: Evidence): number =>
  [records, snapshots, errors, calls, costs, devices, marks].reduce((sum, list) => sum + list.length, 0)
