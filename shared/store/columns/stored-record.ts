import type { Origin } from '../../evidence/origin.ts'
import {
  plainRecord,
  type Outcome,
  type RequestSource,
  type UsageRecord,
} from '../../evidence/kinds/usage-record.ts'
import type { When } from '../../evidence/when.ts'
import type { RecordReaders } from './record-columns.ts'

/**
 * A row that reads its columns on each access: 20 bytes, where a million plain objects take 330 each
 * (docs/decisions/0010-engine.md). Its fields are getters, which `{ ...row }` and structured clones do not copy: use
 * `plainRecord` first.
 */
export class StoredRecord implements UsageRecord {
  constructor(
    private columns: RecordReaders,
    private row: number,
  ) {}

  /** The same row in reloaded columns, so that the old ones can be freed. */
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
