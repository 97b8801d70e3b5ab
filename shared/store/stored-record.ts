import type { Origin } from '../evidence/origin.ts'
import { plainRecord, type Outcome, type RequestSource, type UsageRecord } from '../evidence/usage-record.ts'
import type { When } from '../evidence/when.ts'
import type { RecordReaders } from './record-columns.ts'

/**
 * A row that is read from its columns each time somebody looks at it: 20 bytes, where a million rows as objects of their
 * own take 330 each (docs/decisions/0010-engine.md). It has the fields of a row for all who read them, and none for
 * `{ ...row }` or a structured clone: `plainRecord` first.
 */
export class StoredRecord implements UsageRecord {
  constructor(
    private columns: RecordReaders,
    private row: number,
  ) {}

  /** The same row, in columns that were read again: the old ones need not be kept for it. */
  moveTo(columns: RecordReaders, row: number): void {
    this.columns = columns
    this.row = row
  }

  get id(): string {
    return this.columns.idAt(this.row)
  }
  get requestId(): string | null {
    return this.columns.requestIdAt(this.row)
  }
  get when(): When {
    return this.columns.whenAt(this.row)
  }
  get source(): RequestSource {
    return this.columns.sourceAt(this.row)
  }
  get userAgent(): string | null {
    return this.columns.userAgentAt(this.row)
  }
  get callType(): string | null {
    return this.columns.callTypeAt(this.row)
  }
  get model(): string | null {
    return this.columns.modelAt(this.row)
  }
  get status(): number | null {
    return this.columns.statusAt(this.row)
  }
  get outcome(): Outcome {
    return this.columns.outcomeAt(this.row)
  }
  get statusText(): string | null {
    return this.columns.statusTextAt(this.row)
  }
  get absorbed(): string | undefined {
    return this.columns.absorbedAt(this.row) ?? undefined
  }
  get origins(): readonly Origin[] {
    return this.columns.originsAt(this.row)
  }

  toJSON(): UsageRecord {
    return plainRecord(this)
  }
}
