import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipDecoder, type UnzipFile } from 'fflate'
import { NO_EVIDENCE } from '../../evidence/evidence.ts'
import { groupBy } from '../../evidence/group-by.ts'
import { mergeAllEvidence } from '../../evidence/merge.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import type { ParsedInput, ParseOptions } from '../parse-input.ts'
import { NOTHING_YET, type ByteSink, type ReadSoFar } from './byte-sink.ts'
import { labelOfPath } from './entry-label.ts'
import { Crc32 } from '../../evidence/crc32.ts'
import { reasonOfFlate, WRONG_CHECKSUM } from './gzip-input.ts'
import type { InflateCount } from './inflate-limits.ts'
import { ArchiveTail, type ArchiveDirectory } from './archive-tail.ts'
import { withoutConversation, type ArchivedFile } from './session-export.ts'
import { refusedInput } from './refused-input.ts'
import { TextInput } from './text-input.ts'
import { withRefusal } from './with-refusal.ts'

/** A file in the archive that is being unpacked. */
interface OpenEntry {
  readonly name: string
  readonly label: string
  readonly text: TextInput
  readonly crc: Crc32
}

/** The same once it is read, and the checksum of what was. */
interface ReadEntry extends ArchivedFile {
  readonly name: string
  readonly crc: number
}

/**
 * Unpacks an archive as it comes (`kimi export`, or files that somebody packed) and reads each file in it by itself. An
 * archive that would become too large is refused whole; of a broken one, what could be unpacked is read.
 */
export class ZipInput implements ByteSink {
  private readonly unzip: Unzip
  private readonly read: ReadEntry[] = []
  private readonly tail = new ArchiveTail()
  private open: OpenEntry | null = null
  private refused: Reason | null = null
  private broken: Reason | null = null
  private before = NOTHING_YET

  constructor(
    private readonly input: string,
    private readonly options: ParseOptions,
    private readonly count: InflateCount,
  ) {
    this.unzip = new Unzip((file) => this.begin(file))
    this.unzip.register(UnzipPassThrough)
    this.unzip.register(UnzipInflate)
  }

  get stopped(): boolean {
    return this.refused !== null || this.broken !== null
  }

  get soFar(): ReadSoFar {
    return sumOf(this.before, this.open?.text.soFar ?? NOTHING_YET)
  }

  push(bytes: Uint8Array): void {
    if (this.stopped) return
    this.count.addPacked(bytes.length)
    this.tail.push(bytes)
    this.unpack(bytes, false)
    this.refused ??= this.count.refusal()
  }

  end(): ParsedInput {
    if (!this.stopped) this.unpack(new Uint8Array(), true)
    if (this.refused !== null) return refusedInput(this.input, this.refused)
    const directory = this.tail.directory()
    if (directory === null) this.broken ??= 'an archive that is cut off'
    if (this.open) this.finish(this.broken)
    else if (this.read.length === 0) this.broken ??= 'an archive without files'
    const parts = withoutConversation(heldAgainst(directory, this.read))
    const all: ParsedInput = {
      evidence: mergeAllEvidence(parts.map(({ evidence }) => evidence)),
      pieces: parts.flatMap(({ pieces }) => pieces),
    }
    return this.broken === null ? all : withRefusal(all, this.input, this.broken)
  }

  private unpack(bytes: Uint8Array, last: boolean): void {
    try {
      this.unzip.push(bytes, last)
    } catch (error) {
      this.broken = reasonOfFlate(error)
    }
  }

  private begin(file: UnzipFile): void {
    this.count.addEntry()
    if (!KNOWN.has(file.compression)) this.unzip.register(dropping(file.compression))
    const label = `${this.input}: ${labelOfPath(file.name)}`
    const wanted = !file.name.endsWith('/') && !file.name.startsWith('__MACOSX/')
    const entry: OpenEntry | null =
      wanted && this.count.refusal() === null
        ? { name: file.name, label, text: new TextInput(label, this.options), crc: new Crc32() }
        : null
    const inner = PACKED.test(file.name)
    this.open = entry
    file.ondata = (error, bytes, last) => {
      if (error) return this.finish(reasonOfFlate(error))
      this.count.addUnpacked(bytes.length)
      if (this.count.refusal() !== null) return undefined
      entry?.crc.push(bytes)
      if (!inner) entry?.text.push(bytes)
      if (!last) return undefined
      if (inner) return this.finish('an archive inside an archive, which is not unpacked')
      return this.finish(KNOWN.has(file.compression) ? null : 'packed in a way that is not known')
    }
    // An entry that is not begun would be held in memory until the end.
    file.start()
  }

  private finish(refusal: Reason | null): void {
    if (!this.open) return
    const { name, label, text, crc } = this.open
    this.open = null
    const read = text.end()
    this.before = sumOf(this.before, text.soFar)
    this.read.push({ name, label, read, refusal, crc: crc.value })
  }
}

const PACKED = /\.(?:zip|gz|tgz|tar|bz2|xz|7z|rar|zst)$/i

/**
 * What was read of each file, or that it is not what was packed: the directory comes last, and has the checksums. What it
 * does not name nobody would see who looks into the archive with another program.
 */
function heldAgainst(
  directory: ArchiveDirectory | null,
  files: readonly ReadEntry[],
): readonly ArchivedFile[] {
  const stated = groupBy(directory?.entries ?? [], ({ name }) => name)
  return files.map(({ name, crc, ...file }): ArchivedFile => {
    const entry = stated.get(name)?.shift()
    if (entry?.encrypted)
      return { ...file, read: NOTHING_READ, refusal: 'an encrypted file, which cannot be read' }
    if (!entry && directory?.isWhole)
      return {
        ...file,
        read: NOTHING_READ,
        refusal: 'a file that the directory of the archive does not name',
      }
    return entry && file.refusal === null && entry.crc !== crc
      ? { ...file, read: NOTHING_READ, refusal: WRONG_CHECKSUM }
      : file
  })
}

const NOTHING_READ: ParsedInput = { evidence: NO_EVIDENCE, pieces: [] }

const sumOf = (a: ReadSoFar, b: ReadSoFar): ReadSoFar => ({
  lines: a.lines + b.lines,
  found: a.found + b.found,
})

/** Stored and deflated; every archiver writes these unless it is told otherwise. */
const KNOWN: ReadonlySet<number> = new Set([0, 8])

/** Takes the bytes of an entry that cannot be unpacked, and gives none. */
function dropping(compression: number) {
  return class implements UnzipDecoder {
    static compression = compression
    ondata: UnzipDecoder['ondata'] = () => {}
    push(_: Uint8Array, last: boolean): void {
      if (last) this.ondata(null, new Uint8Array(), true)
    }
  }
}
