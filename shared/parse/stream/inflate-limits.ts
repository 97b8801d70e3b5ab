import type { Reason } from '../../evidence/sentences/reasons.ts'

/** What an archive may become when it is unpacked. */
export interface InflateLimits {
  /** Bytes of all entries together. */
  readonly total: number
  /** Unpacked bytes for each packed one. */
  readonly ratio: number
  readonly entries: number
}

/**
 * A log packs to a tenth, seldom to a hundredth; an archive that is made to fill the memory, to a thousandth. Clients keep
 * 30 MB of logs a session and ten days of them (docs/kimi.md#logs).
 */
export const DEFAULT_LIMITS: InflateLimits = { total: 4_000_000_000, ratio: 400, entries: 2_000 }

/** The first so many bytes may be of any ratio: a megabyte of one letter harms nobody. */
const FREE = 16_000_000

/** Counts what goes in and what comes out. */
export class InflateCount {
  private packed = 0
  private unpacked = 0
  private entries = 0

  constructor(private readonly limits: InflateLimits) {}

  addPacked(bytes: number): void {
    this.packed += bytes
  }

  addUnpacked(bytes: number): void {
    this.unpacked += bytes
  }

  addEntry(): void {
    this.entries += 1
  }

  /** Why unpacking must stop; null while it may go on. */
  refusal(): Reason | null {
    const { total, ratio, entries } = this.limits
    if (this.entries > entries) return `an archive of more than ${entries} files`
    if (this.unpacked > total) return `an archive that unpacks to more than ${total} bytes`
    if (this.unpacked > FREE && this.unpacked > this.packed * ratio)
      return `an archive that unpacks to more than ${ratio} times its size`
    return null
  }
}
