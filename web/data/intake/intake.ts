import { historyFor, type ReadInput } from '../../../shared/intake.ts'
import type { StreamProgress } from '../../../shared/parse/stream-input.ts'
import { dropRecords, restoreRecords } from '../../../shared/store/drop-records.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { countsOf } from '../../../shared/store/read-counts.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { putImport } from '../../../shared/store/imports/put-import.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import { undoImport } from '../../../shared/store/imports/undo-import.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { failureData } from '../worker/failure-data.ts'
import type { FromWorker, Request, ToWorker } from '../worker/protocol.ts'
import { compareTogether } from './compare-together.ts'
import { joinFolder, type Glances } from './join-folder.ts'
import type { Jobs, KeptInput, Source, ZoneEffect } from './jobs.ts'
import { ownBundle } from './own-bundle.ts'
import { readSource, summaryOf } from './read-source.ts'
import { zoneEffectOf } from './zone-effect.ts'

/** Rows that are judged in a fraction of a second. */
const MAX_TO_JUDGE = 50_000

interface HeldInput {
  readonly source: Source
  readonly parsed: ReadInput
}

/** Reads what is brought in, holds it until it is kept, and writes: all that would hold up a page. */
export class Intake {
  private readonly inputs = new Map<string, HeldInput>()
  private readonly glances: Glances = new Map()
  private readonly running = new Map<number, AbortController>()

  constructor(
    private readonly store: Store,
    private readonly now: Clock['now'],
    private readonly tell: (message: FromWorker<Jobs>) => void,
  ) {}

  receive(message: ToWorker<Jobs>): void {
    if (message.kind === 'cancel') this.running.get(message.id)?.abort(new Error('cancelled'))
    else void this.run(message)
  }

  private async run(job: Request<Jobs>): Promise<void> {
    const { id } = job
    const controller = new AbortController()
    this.running.set(id, controller)
    try {
      const value = await this.work(job, controller.signal)
      controller.signal.throwIfAborted()
      this.tell({ kind: 'answer', id, value })
    } catch (error) {
      this.tell({ kind: 'failed', id, failure: failureData(error) })
    } finally {
      this.running.delete(id)
    }
  }

  private async work(job: Request<Jobs>, signal: AbortSignal): Promise<Jobs[keyof Jobs]['gives']> {
    switch (job.operation) {
      case 'read':
        return this.read(job.id, job.ask, signal)
      case 'keep':
        return this.keepAll(job.id, job.ask, signal)
      case 'zones':
        return this.zones(job.ask)
      case 'forget':
        this.inputs.delete(job.ask.input)
        return null
      case 'join':
        return joinFolder(this.store, job.ask, this.glances)
      case 'own':
        return ownBundle(this.store, job.ask)
      case 'together':
        return compareTogether(this.store, job.ask, signal)
      case 'undo':
        return undoImport(this.store, job.ask.account, job.ask.importId)
      case 'drop':
        return dropRecords(this.store, job.ask.account, new Set(job.ask.ids))
      case 'restore':
        return restoreRecords(this.store, job.ask.account, new Set(job.ask.ids))
    }
  }

  private async read(id: number, { input, source }: Jobs['read']['ask'], signal: AbortSignal) {
    const onProgress = this.progressOf(id)
    const parsed = await readSource(source, { zone: UNKNOWN_ZONE, readAt: this.now(), signal, onProgress })
    signal.throwIfAborted()
    this.inputs.set(input, { source, parsed })
    return summaryOf(parsed)
  }

  /** A long history would take longer to judge than to answer the question: then the inputs are judged by themselves. */
  private async zones({ account, inputs, zones, now }: Jobs['zones']['ask']): Promise<ZoneEffect> {
    const parts = inputs.flatMap((input) => this.inputs.get(input)?.parsed.evidence ?? [])
    const { items } = await countsOf(this.store, account)
    const held = items.records > MAX_TO_JUDGE ? [] : [await evidenceOf(this.store, account)]
    return zoneEffectOf(mergeEvidence(...held, ...parts), zones, now)
  }

  /** All of it or nothing: when an input cannot be kept, those before it are taken back. */
  private async keepAll(
    id: number,
    ask: Jobs['keep']['ask'],
    signal: AbortSignal,
  ): Promise<readonly KeptInput[]> {
    const kept: KeptInput[] = []
    try {
      await this.keep(id, ask, signal, kept)
      return kept
    } catch (error) {
      const accounts = new Set([ask.account, ...kept.map(({ account }) => account)])
      for (const account of accounts) await undoImport(this.store, account, ask.importId)
      throw error
    }
  }

  private async keep(
    id: number,
    ask: Jobs['keep']['ask'],
    signal: AbortSignal,
    kept: KeptInput[],
  ): Promise<void> {
    const { importId, at, inputs, zone } = ask
    for (const input of inputs) {
      const held = this.inputs.get(input)
      if (!held) throw new Error(`the input ${input} was not read`)
      const read =
        zone === null || held.parsed.bundle
          ? held.parsed
          : await readSource(held.source, { zone, readAt: at, signal, onProgress: this.progressOf(id) })
      const { name, via } = held.source
      const account = historyFor(read, ask.account)
      const part = { id: importId, at, input: { name, via } }
      const summary = await putImport(this.store, account, part, read.evidence)
      kept.push({ account, summary, bundle: read.bundle ?? null })
    }
    for (const input of inputs) this.inputs.delete(input)
  }

  private progressOf(id: number) {
    return (progress: StreamProgress) => this.tell({ kind: 'progress', id, progress })
  }
}
