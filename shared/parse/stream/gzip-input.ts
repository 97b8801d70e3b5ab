import type { Reason } from '../../evidence/sentences/reasons.ts'
import { FlateErrorCode, Gunzip, type FlateError } from 'fflate'
import type { ParsedInput } from '../parse-input.ts'
import type { ByteSink, ReadSoFar } from './byte-sink.ts'
import { GzipTrailer } from './gzip-trailer.ts'
import type { InflateCount } from './inflate-limits.ts'
import { refusedInput } from './refused-input.ts'
import { withRefusal } from './with-refusal.ts'

const isFlateError = (error: unknown): error is FlateError =>
  error instanceof Error && 'code' in error && typeof error.code === 'number'

/** Of what does not match its checksum nobody knows which part is wrong: none of it is evidence. */
export const WRONG_CHECKSUM = 'damaged: what is in it does not match its checksum' satisfies Reason

/** Why an archive cannot be unpacked, in words; what is no error of the archive is thrown on. */
export function reasonOfFlate(error: unknown): Reason {
  if (!isFlateError(error)) throw error
  return error.code === FlateErrorCode.UnexpectedEOF
    ? 'an archive that is cut off'
    : 'an archive that cannot be unpacked: it is damaged or encrypted'
}

/**
 * Unpacks a file that was packed with gzip. What could be unpacked of one that is cut off is read; one that does not match
 * its checksum is refused.
 */
export class GzipInput implements ByteSink {
  private readonly gunzip: Gunzip
  private readonly trailer = new GzipTrailer()
  private refused: Reason | null = null
  private broken: Reason | null = null

  constructor(
    private readonly input: string,
    private readonly inner: ByteSink,
    private readonly count: InflateCount,
  ) {
    this.gunzip = new Gunzip((bytes) => {
      count.addUnpacked(bytes.length)
      this.trailer.addUnpacked(bytes)
      inner.push(bytes)
    })
    this.gunzip.onmember = (offset) => this.trailer.endMember(offset)
  }

  get stopped(): boolean {
    return this.refused !== null || this.broken !== null || this.inner.stopped
  }

  get soFar(): ReadSoFar {
    return this.inner.soFar
  }

  push(bytes: Uint8Array): void {
    if (this.stopped) return
    this.count.addPacked(bytes.length)
    this.trailer.addPacked(bytes)
    this.unpack(bytes, false)
    this.refused ??= this.count.refusal()
  }

  end(): ParsedInput {
    if (!this.stopped) this.unpack(new Uint8Array(), true)
    if (!this.stopped) this.trailer.endMember()
    if (this.broken === null && this.trailer.wrong) this.refused ??= WRONG_CHECKSUM
    if (this.refused !== null) return refusedInput(this.input, this.refused)
    const read = this.inner.end()
    return this.broken === null ? read : withRefusal(read, this.input, this.broken)
  }

  private unpack(bytes: Uint8Array, last: boolean): void {
    try {
      this.gunzip.push(bytes, last)
    } catch (error) {
      this.broken = reasonOfFlate(error)
    }
  }
}
