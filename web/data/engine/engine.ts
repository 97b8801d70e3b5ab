import { startAnalyst, type Analyst } from '../../../shared/analyse/analyst.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { Installation } from '../../../shared/evidence/installation.ts'
import type { Sight } from '../../../shared/evidence/who-saw.ts'
import { AccountReader } from '../../../shared/store/accounts/account-reader.ts'
import type { DamagedDay } from '../../../shared/store/segments/damaged-day.ts'
import { followAccount } from '../../../shared/store/accounts/follow-account.ts'
import { sightsOf } from '../../../shared/store/read-installations.ts'
import { StoreError } from '../../../shared/store/database/store-error.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import { countsOf, pageReport } from '../findings.ts'
import type { Kept } from '../questions/kept.ts'
import type { Known } from '../questions/question.ts'
import { failureData } from '../worker/failure-data.ts'
import type { FromWorker, ToWorker } from '../worker/protocol.ts'
import { firstLook, MANY } from './first-look.ts'
import type { EngineOperations, Watched } from './operations.ts'
import { OpenAsks } from './open-asks.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

/** An installation that never needed an id. */
const NAMELESS: Installation = { id: '', name: null }

/**
 * Reads the evidence of an account, keeps a Report on it up to date, and answers questions about both.
 *
 *     store changed ──▶ read ──▶ report ──▶ answer, answer, …
 *                        ▲ another account   ▲ another zone, a later moment
 *
 * It does one job at a time and listens between them, so that what nobody waits for any more is never begun.
 */
export class Engine {
  private readonly asks = new OpenAsks()
  /** The request for findings, and what it watches. */
  private watchId = 0
  private watched: Watched | null = null
  private reader: AccountReader | null = null
  private evidence: Evidence | null = null
  private damaged: readonly DamagedDay[] = []
  private sights: readonly Sight[] = []
  /** Keeps the report on the evidence under the watched zone; null where it has to be made from the start. */
  private analyst: Analyst | null = null
  private known: Known | null = null
  private kept: Kept = {}
  /** Counts findings: an answer says which it is about. */
  private version = 0
  private unread = false
  private unreported = false
  private failed = false
  private running = false
  private unfollow: (() => void) | null = null

  constructor(
    private readonly store: Store,
    private readonly tell: (message: FromWorker<EngineOperations>) => void,
    /** With so many items the recent days are looked at first. */
    private readonly many = MANY,
    /** What this installation is called, where it is one of several. */
    private readonly own: () => Promise<Installation | undefined> = () => Promise.resolve(undefined),
  ) {}

  receive(message: ToWorker<EngineOperations>): void {
    if (message.kind === 'cancel') {
      if (message.id === this.watchId) this.close()
      else this.asks.drop(message.id)
    } else if (message.operation === 'ask') this.asks.put(message.id, message.ask)
    else this.watch(message.id, message.ask)
    void this.run()
  }

  /** Lets go of the database. */
  close(): void {
    this.unfollow?.()
    this.unfollow = null
    this.watched = null
  }

  private watch(id: number, { retry = false, ...watched }: EngineOperations['watch']['ask']): void {
    const other = this.watched?.account !== watched.account
    this.watchId = id
    if (this.watched?.zone !== watched.zone) this.forgetDerived()
    this.watched = watched
    this.unreported = true
    if (other || (retry && this.failed)) this.follow(watched.account)
  }

  private follow(account: string): void {
    this.unfollow?.()
    this.reader = new AccountReader(this.store, account)
    this.evidence = null
    this.damaged = []
    this.sights = []
    this.forgetDerived()
    this.known = null
    this.failed = false
    this.unread = true
    this.unfollow = followAccount(this.store, account, {
      onChange: () => {
        this.unread = true
        void this.run()
      },
      onFailure: (error) => this.fail(error),
    })
  }

  /** What was worked out under another zone. */
  private forgetDerived(): void {
    this.analyst = null
    this.kept = {}
  }

  private async run(): Promise<void> {
    if (this.running) return
    this.running = true
    do await yieldToEventLoop()
    while (await this.step())
    this.running = false
  }

  /** Does the most urgent job; false where there is none. */
  private async step(): Promise<boolean> {
    const { watched } = this
    if (!watched || this.failed) return false
    try {
      if (this.unread && !this.evidence && !this.known && (await this.lookFirst(watched))) return true
      if (this.unread) return await this.read(watched)
      if (this.unreported && this.evidence) return this.report(watched, this.evidence)
    } catch (error) {
      this.fail(error)
      return false
    }
    return this.answerNext()
  }

  private answerNext(): boolean {
    const answer = this.known && this.asks.answerNext(this.known, this.version)
    if (answer) this.tell({ kind: 'answer', ...answer })
    return answer !== null
  }

  /** Where there is much, the recent days first; false where all can be read as quickly. */
  private async lookFirst({ account, zone, now }: Watched): Promise<boolean> {
    const { reader, store } = this
    const options = { zone, now, rules: DEFAULT_RULES }
    // a day that cannot be read back is no reason to show nothing: reading everything leaves it out
    const look = await firstLook(store, account, options, this.many).catch((error: unknown) => {
      if (error instanceof StoreError && error.kind === 'damaged') return null
      throw error
    })
    if (!look || this.reader !== reader) return look !== null
    const sights = await this.whoSaw(account, look.evidence)
    if (this.reader === reader) this.conclude({ account, ...look, kept: {}, sights })
    return true
  }

  private async whoSaw(account: string, { captures }: Evidence): Promise<readonly Sight[]> {
    return sightsOf(this.store, account, (await this.own()) ?? NAMELESS, captures)
  }

  private async read({ account }: Watched): Promise<boolean> {
    const { reader } = this
    if (!reader) return false
    this.unread = false
    const { evidence, added, damaged } = await reader.read((progress) => {
      if (this.watched?.account === account) this.tell({ kind: 'progress', id: this.watchId, progress })
      while (this.answerNext()); // what is asked of the recent days need not wait
    })
    const sights = await this.whoSaw(account, evidence)
    if (this.reader !== reader) return true // another account has been asked for meanwhile
    this.evidence = evidence
    this.damaged = damaged
    this.sights = sights
    this.kept = {}
    if (added) this.analyst?.add(added)
    else this.analyst = null
    this.unreported = true
    return true
  }

  private report({ account, zone, now }: Watched, evidence: Evidence): boolean {
    this.unreported = false
    this.analyst ??= startAnalyst(evidence, { zone, rules: DEFAULT_RULES }, now)
    this.conclude({
      account,
      ...this.analyst.analysis(evidence, now),
      since: null,
      kept: this.kept,
      sights: this.sights,
    })
    return true
  }

  private conclude(known: Known): void {
    const { account, evidence, report, since } = known
    this.known = known
    this.version += 1
    const { damaged } = this
    const findings = { account, report: pageReport(report), counts: countsOf(evidence), since, damaged }
    if (this.watched?.account === account)
      this.tell({ kind: 'answer', id: this.watchId, value: { version: this.version, findings } })
  }

  private fail(error: unknown): void {
    this.failed = true
    this.known = null
    this.tell({ kind: 'failed', id: this.watchId, failure: failureData(error) })
  }
}
