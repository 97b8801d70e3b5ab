import { MINUTE } from '../../time/duration.ts'
import { isOtherService, keptModel } from './model-name.ts'

/** Whose a request is; `either` where agents of both are at work and the log does not say which of them it was. */
export type Service = 'kimi' | 'other' | 'either'

/** When each of the two was last said to serve a turn, on the log's own clock. */
type Said = { -readonly [Name in 'kimi' | 'other']: number | null }

/** Configurations of one turn that lie further apart are those of two sessions, one after the other. */
const REACH = 30 * MINUTE
/** A log has hundreds of turns at most; a longer one begins anew. */
const MAX_TURNS = 5_000

/**
 * Whose requests a log tells of. Its `llm config` says which model goes by which alias, and says it only when that changes:
 * it holds for the turns from there on, until another one says otherwise.
 */
export class LoggedService {
  private readonly turns = new Map<number, Said>()
  private readonly aliases = new Map<string, 'kimi' | 'other'>()
  private readonly models = new Set<string>()

  configured(pairs: ReadonlyMap<string, string>, at: number): void {
    const [provider, model, alias] = ['provider', 'model', 'modelAlias'].map(
      (name) => pairs.get(name) ?? null,
    )
    const service = isOtherService(provider ?? null, model ?? null, alias ?? null) ? 'other' : 'kimi'
    if (this.turns.size >= MAX_TURNS) this.turns.clear()
    const turn = turnOf(pairs.get('turnStep')) ?? 0
    const said = this.turns.get(turn) ?? { kimi: null, other: null }
    said[service] = at
    this.turns.set(turn, said)
    if (alias !== undefined && alias !== null) this.aliases.set(alias, service)
    const kept = keptModel(alias ?? null) ?? keptModel(model ?? null)
    if (service === 'kimi' && kept !== null) this.models.add(kept)
  }

  /** Whose a request of this step is. A name beside it is an alias, and stands for what it was set up as. */
  of(step: string, name: string | null, at: number): Service {
    const named = name === null ? undefined : this.aliases.get(name)
    if (named !== undefined) return named
    if (keptModel(name) !== null) return 'kimi'
    if (isOtherService(null, null, name)) return 'other'
    const said = this.saidFor(turnOf(step) ?? 0)
    if (!said) return 'kimi'
    const { kimi, other } = said
    if (kimi === null || other === null) return other === null ? 'kimi' : 'other'
    if (Math.min(kimi, other) > at - REACH) return 'either'
    return kimi > other ? 'kimi' : 'other'
  }

  /** What was said for the last turn up to this one of which anything was. */
  private saidFor(turn: number): Said | null {
    let best: number | null = null
    for (const known of this.turns.keys()) if (known <= turn && (best === null || known > best)) best = known
    const [first = null] = this.turns.values()
    return best === null ? first : (this.turns.get(best) ?? null)
  }

  /** The model that was set up, as long as there is but one. */
  get onlyModel(): string | null {
    const [only, ...others] = this.models
    return only !== undefined && others.length === 0 ? only : null
  }
}

function turnOf(step: string | undefined): number | null {
  const turn = /^(\d{1,6})[./]/.exec(step ?? '')?.[1]
  return turn === undefined ? null : Number(turn)
}
