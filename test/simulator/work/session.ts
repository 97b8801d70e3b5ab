/** What a person does when a turn ends in a refusal. */
export type Patience =
  /** Tries again every few minutes, and after some tries takes a longer break. */
  | 'insists'
  /** Comes back after half an hour or an hour. */
  | 'waits'
  /** Waits for the reset where the limit has one, else for half an hour. */
  | 'waits_for_reset'
  /** Leaves it for this session. */
  | 'leaves'

/** A stretch of work at one client. Times are ms UTC. */
export interface Session {
  readonly client: number
  readonly from: number
  readonly to: number
  readonly patience: Patience
  /** Chance that a turn is handed to a swarm of subagents, and how many there are. */
  readonly swarm: { readonly chance: number; readonly least: number; readonly most: number }
  /** A swarm starts at this moment whatever the dice say; null for none. */
  readonly swarmAt: number | null
  /** Length of ordinary calls in ms, and the pause between the steps of a turn. */
  readonly callLength: { readonly shortest: number; readonly longest: number }
  readonly stepPause: { readonly shortest: number; readonly longest: number }
  /** Chance that the person stops to think or read for 15 to 50 minutes between two turns. */
  readonly longPause: number
}
