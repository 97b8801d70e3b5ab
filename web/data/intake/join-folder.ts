import {
  installationFile,
  isOwnPart,
  isPartOfInstallation,
  LEFT_OVER_AFTER,
} from '../../../shared/evidence/installation.ts'
import type { Reason } from '../../../shared/evidence/sentences/reasons.ts'
import type { Sentence } from '../../../shared/evidence/sentences/sentence.ts'
import {
  GONE,
  HALF,
  isNewer,
  LEFT_OVER,
  newestOfEach,
  OLDER,
} from '../../../shared/export/bundle/newest-of-each.ts'
import { readInput, type BundleOrigin, type ReadInput } from '../../../shared/intake.ts'
import { noteInstallation, putInstallation } from '../../../shared/store/put-installation.ts'
import { installationNotes, type InstallationNote } from '../../../shared/store/read-installations.ts'
import type { FileStamp, FromInstallation } from '../../../shared/store/database/schema.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import type { FolderJoined, FolderProblem, JoinAsk } from './jobs.ts'

type OfInstallation = Pick<Required<BundleOrigin>, 'writtenAt' | 'digest'> &
  Pick<FromInstallation, 'installation'>

/** What a file was when it was read: the bundle of an installation, or why it is none. */
type Glance = OfInstallation | { readonly reason: Sentence | Reason }

/** By name, size and time: a file that has not changed is read once, however often the folder is looked at. */
export type Glances = Map<string, Glance>

interface Found {
  readonly stamp: FileStamp
  readonly file: File
  readonly glance: Glance
}

/**
 * Takes over what other installations have written into a folder; of each the newest, in place of what it had written
 * before. Nothing is deleted because a file is missing: a sync may not have got so far.
 */
export async function joinFolder(
  store: Store,
  { account, at, own, files }: JoinAsk,
  glances: Glances,
): Promise<FolderJoined> {
  const notes = await installationNotes(store, account)
  const found: Found[] = []
  for (const { name, file } of files) {
    const stamp: FileStamp = { name, size: file.size, modified: file.lastModified }
    if (name === installationFile(own.id) && isSame(own.written?.file, stamp)) continue
    const glance = isPartOfInstallation(name)
      ? { reason: isLeftOver(stamp, at) ? LEFT_OVER : HALF }
      : await glanceAt(stamp, file, notes, glances)
    found.push({ stamp, file, glance })
  }
  const problems: FolderProblem[] = found.flatMap(({ stamp: { name }, glance }) =>
    'reason' in glance ? [{ name, reason: glance.reason }] : [],
  )
  const bundles = found.flatMap(({ stamp, file, glance }) =>
    'reason' in glance ? [] : [{ ...glance, stamp, file }],
  )
  const { counted, older } = newestOfEach(bundles)
  const leaveOut = ({ stamp: { name } }: FoundBundle, reason: Reason) => problems.push({ name, reason })
  for (const bundle of older) leaveOut(bundle, OLDER)
  let changed = 0
  for (const bundle of counted.filter(({ installation }) => installation.id !== own.id)) {
    const known = notes.find(({ from }) => from.installation.id === bundle.installation.id)
    if (known?.from.digest === bundle.digest) await noteAgain(store, known, bundle)
    else if (known && isNewer(known.from, bundle)) leaveOut(bundle, OLDER)
    else if (await take(store, account, at, bundle)) changed += 1
    else leaveOut(bundle, GONE)
  }
  const mine = counted.find(({ installation }) => installation.id === own.id)
  const wrote = Math.max(own.written?.at ?? -Infinity, own.begun ?? -Infinity)
  return { changed, problems, isTwin: (mine?.writtenAt ?? -Infinity) > wrote }
}

type FoundBundle = OfInstallation & Pick<Found, 'stamp' | 'file'>

/** False where the file has changed since it was listed. */
async function take(
  store: Store,
  account: string,
  at: Instant,
  { installation, writtenAt, digest, stamp, file }: FoundBundle,
): Promise<boolean> {
  const read = await readBundleFile(stamp.name, file)
  if (read?.bundle?.digest !== digest) return false
  const part = { id: crypto.randomUUID(), at, input: { name: stamp.name, via: 'file' } } as const
  const from = { installation, writtenAt, digest, file: stamp }
  await putInstallation(store, account, { ...part, from }, read.evidence)
  return true
}

/** The same evidence in another file, or under another name of the installation. */
async function noteAgain(
  store: Store,
  known: InstallationNote,
  { installation, writtenAt, digest, stamp }: FoundBundle,
): Promise<void> {
  const { from } = known
  if (isSame(from.file, stamp) || isNewer(from, { writtenAt, digest })) return
  await noteInstallation(store, known, { ...from, installation, writtenAt, file: stamp })
}

const isSame = (a: FileStamp | undefined, b: FileStamp): boolean =>
  a?.name === b.name && a.size === b.size && a.modified === b.modified

/** Only of our own parts it is known that they can go: what a sync puts in the place of a file may be all that there is of it. */
const isLeftOver = ({ name, modified }: FileStamp, now: Instant): boolean =>
  isOwnPart(name) && now - modified > LEFT_OVER_AFTER

async function glanceAt(
  stamp: FileStamp,
  file: File,
  notes: readonly InstallationNote[],
  glances: Glances,
): Promise<Glance> {
  const known = notes.find(({ from }) => isSame(from.file, stamp))
  if (known) return known.from
  const key = JSON.stringify(stamp)
  const glance = glances.get(key) ?? (await glanceInto(stamp.name, file))
  glances.set(key, glance)
  return glance
}

/** What a sync has got half of ends in the middle of something. */
const isCutOff = ({ values: { problem } }: Sentence): boolean =>
  typeof problem === 'object' && problem.code === 'bundleNoJson'

const NOT_OWN: Reason = 'a bundle that was saved by hand and is of no installation: import it by hand'

async function glanceInto(name: string, file: File): Promise<Glance> {
  const read = await readBundleFile(name, file)
  if (!read) return { reason: GONE }
  const { bundle, evidence } = read
  if (!bundle) {
    const reason = evidence.rejects[0]?.reason
    return { reason: reason === undefined || isCutOff(reason) ? HALF : reason }
  }
  const { installation, writtenAt, digest, purpose } = bundle
  return installation && purpose === 'complete' ? { installation, writtenAt, digest } : { reason: NOT_OWN }
}

/** Null for one that was moved, locked or written anew since it was listed. */
async function readBundleFile(name: string, file: File): Promise<ReadInput | null> {
  const body = await file.text().catch(() => null)
  const raw = { at: null, via: 'file', input: name, source: null } as const
  return body === null ? null : readInput({ ...raw, body }, { zone: UNKNOWN_ZONE })
}
