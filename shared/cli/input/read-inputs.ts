import type { Evidence } from '../../evidence/evidence.ts'
import { isOfInstallation, type InstallationSeen } from '../../evidence/installation.ts'
import { mergeAllEvidence } from '../../evidence/merge.ts'
import type { Reject } from '../../evidence/kinds/reject.ts'
import { HALF } from '../../export/bundle/newest-of-each.ts'
import { whichCount, writtenZone } from '../../export/bundle/which-count.ts'
import type { ReadInput } from '../../intake.ts'
import type { Instant } from '../../time/instant.ts'
import type { Zone } from '../../time/zone.ts'
import type { InputArgument } from '../report-arguments.ts'
import type { World } from '../world.ts'
import { installationsIn } from './installations-read.ts'
import { isEmpty } from '../../evidence/is-empty.ts'
import { rejected } from './open-encrypted.ts'
import { readOpened } from './read-opened.ts'
import { wordingFor } from '../../wording/wording.ts'

/** All that was read, and what was not. */
export interface InputsRead {
  readonly evidence: Evidence
  /** Files that were read, whatever was in them. */
  readonly files: readonly string[]
  /** Named inputs that are not there or cannot be read. */
  readonly missing: number
  /** The zone that all of it was read in when it was written, where it is nothing but bundles that say the same. */
  readonly writtenIn: Zone
  /** The installations whose bundles were read. */
  readonly installations: readonly InstallationSeen[]
}

interface ReadPart extends ReadInput {
  readonly file: string
}

interface PlannedFile extends InputArgument {
  /** Named by itself: then a reader wants to know what in it could not be read. */
  readonly isNamed: boolean
}

/**
 * All inputs as one evidence. They are read in an order of their own, so that the order of words changes nothing. What
 * cannot be read is one line each, and costs the others nothing. A date without a year is the last such day before `readAt`.
 */
export async function readInputs(
  inputs: readonly InputArgument[],
  world: World,
  readAt: Instant = world.clock.now(),
): Promise<InputsRead> {
  const { planned, missing } = await plan(inputs, world)
  const parts: ReadPart[] = []
  const files: string[] = []
  let unread = missing
  for (const [index, file] of planned.entries()) {
    const opened = await world.files.open(file.file)
    if ('reason' in opened) {
      world.complain(`${file.file}: ${opened.reason}`)
      unread += 1
      continue
    }
    const place = planned.length > 1 ? ` (${index + 1} of ${planned.length})` : ''
    const tell = (share: string) =>
      world.progress(`Reading ${file.file === '-' ? 'standard input' : file.file}${place}${share}`)
    const read = await readOpened(opened, file, readAt, tell, world)
    files.push(file.file)
    const { evidence } = isHalfWritten(file.file, read) ? { evidence: rejected(file.file, HALF) } : read
    if (file.isNamed || isOfInstallation(file.file))
      for (const reject of evidence.rejects) world.complain(rejectLine(reject))
    // of a hundred thousand files in a folder a few hold something
    if (file.isNamed || !isEmpty(evidence) || evidence.rejects.length > 0)
      parts.push({ ...read, evidence, file: file.file })
  }
  world.progress(null)
  const { counted, rejects } = whatCounts(parts, world)
  return {
    evidence: mergeAllEvidence([...counted.map(({ evidence }) => evidence), ...rejects]),
    files,
    missing: unread,
    writtenIn: writtenZone(counted),
    installations: installationsIn(counted),
  }
}

/** The parts that are merged; of the others only why they are not. */
function whatCounts(
  parts: readonly ReadPart[],
  world: World,
): { readonly counted: readonly ReadPart[]; readonly rejects: readonly Evidence[] } {
  const { counted, leftOut } = whichCount(parts)
  return {
    counted,
    rejects: leftOut.map(({ part: { file }, reason }) => {
      world.complain(`${file}: ${reason}`)
      return rejected(file, reason)
    }),
  }
}

/** A file of an installation in which a sync has not got as far as its first line, or has left a hole. */
const isHalfWritten = (file: string, { bundle, evidence }: ReadInput): boolean =>
  isOfInstallation(file) && bundle === undefined && isEmpty(evidence) && evidence.rejects.length === 0

async function plan(
  inputs: readonly InputArgument[],
  world: World,
): Promise<{ readonly planned: readonly PlannedFile[]; readonly missing: number }> {
  const planned: PlannedFile[] = []
  let missing = 0
  for (const input of inputs.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const found = await world.files.look(input.file)
    if (found.kind === 'file') planned.push({ ...input, isNamed: true })
    else if (found.kind === 'folder') {
      for (const file of found.files) planned.push({ ...input, file, isNamed: false })
      for (const { file, reason } of found.problems) world.complain(`${file}: ${reason}`)
    } else {
      world.complain(`${input.file}: ${found.reason}`)
      missing += 1
    }
  }
  return { planned, missing }
}

const keyOf = ({ file, zone, takenAt }: InputArgument): string => JSON.stringify([file, zone, takenAt])

const ENGLISH = wordingFor('en')

/** `rows.txt:3: no time in this line`, `body.json $.usage.used: …` */
function rejectLine({ input, line, path, reason }: Reject): string {
  const at = line === null ? '' : `:${line}`
  const within = path === null || path === '$' ? '' : ` ${path}`
  return `${input}${at}${within}: ${ENGLISH.sentence(reason).text}`
}
