import { HOUR, MINUTE, SECOND } from '../time/duration.ts'

/**
 * Every threshold of the analysis, in one place, with where it comes from. Times are milliseconds, shares are percent.
 * The analysis takes them as an argument, so that a Report can be made again with others.
 */
export interface Rules {
  /**
   * Two reset times no further apart are the same (docs/verdicts.md#meters; CodexBar's repair rule uses the same 2 s,
   * docs/kimi.md#placeholder-ratios).
   */
  readonly sameReset: number
  /** How much later a meter may show what has been used (docs/verdicts.md#meters). */
  readonly meterLag: number
  /** The same for a meter that was read only once after a refusal: nothing shows how late it is (seen: 3 minutes). */
  readonly loneMeterLag: number
  /**
   * A dated refusal this long after a reset, or a success this long before one, is clear of it
   * (docs/verdicts.md#timing: ≥ 2 min).
   */
  readonly resetTolerance: number
  /**
   * The same for a block whose refusals are not dated: service may have been back a while before somebody tried again,
   * so only a longer overrun counts as strong (our choice: a client that waits retries within minutes).
   */
  readonly undatedTolerance: number
  /** Service back this soon after a reset fits the reset ("within minutes", docs/verdicts.md#timing). */
  readonly backAfterReset: number
  /** A meter at or under this is well under the limit after rounding (docs/verdicts.md#meters). */
  readonly lowMeterPercent: number
  /** The same for a reading known only to follow the refusal: half a window must be left. */
  readonly lowMeterTogetherPercent: number
  /**
   * After so many requests a 5-hour meter can no longer read 0: the documentation of Kimi Code of 2026 gives a 5-hour quota as
   * some 300 to 1,200 calls.
   */
  readonly servedAboveZero: number
  /** At or over this a meter is full. */
  readonly fullMeterPercent: number
  /** A meter that shows no finer steps may read full where it is not: counts are rounded percents (docs/kimi.md#usages). */
  readonly wholePercent: number
  /** A week or a month that reads no more than this, days after it has begun, may have been reset out of turn (our choice). */
  readonly nextToNothing: number
  /**
   * Rows may appear only when a call ends: the last stretch before a capture is not yet known (docs/verdicts.md#rows).
   */
  readonly settle: number
  /** A silence between two rows that an undated error may point at: at least, and at most. */
  readonly suspectSilence: { readonly min: number; readonly max: number }
  /** Two refusals further apart are two blocks even when nothing succeeded in between: nobody was trying. */
  readonly sameBlockGap: number
  /** A success between two refusals this close does not end the block: the outcomes are mixed. */
  readonly mixedGap: number
  /**
   * Nobody having asked for longer, a fault or a cap on requests in flight is not taken to have lasted, nor the first refusal
   * shown for the first that a full meter met (our choice).
   */
  readonly askedAgain: number
  /** What makes a part of a block (parts/refusal-runs.ts); ours to choose. */
  readonly parts: {
    /** Refusals of another kind that go on for less are strays. */
    readonly partLength: number
    /** A single refusal, or one after a silence, is none if it is this long until the next, or after the last. */
    readonly loneRefusal: number
    /** Refused again sooner after a reset, a window was not used up once more: clients that wait try again within minutes. */
    readonly refill: number
    /** Nobody having asked for longer, refusals before and after that say nothing of their reason may be of two limits. */
    readonly pause: number
  }
  /** Silence this long speaks against concurrency, weakly: slots free up as calls end. */
  readonly allOrNothing: number
  /** The longest that a call may take: client time-out (docs/verdicts.md#concurrency). */
  readonly longestCall: number
  /** The share of the dated refusals of a block that must name a cause before the text counts as direct evidence of it. */
  readonly textShare: number
  /** Offsets lie a quarter of an hour apart: a clock that dated a copy and is off by less excludes none that is right. */
  readonly offsetSlack: number
  /** How far back or forth a countdown may be carried along the grid from a reported reset: one plan month. */
  readonly countdownReach: number
  /** A cap or a wallet that was read this near to a block is taken to hold for it (docs/verdicts.md#concurrency). */
  readonly sameDay: number
  /**
   * A row this much newer than the capture that shows it is no sign of a clock that is behind (docs/verdicts.md#times).
   */
  readonly clockSlack: number
  /** The clock of a client's log against that of the history (clock-offset.ts); all ours to choose. */
  readonly logClock: {
    /** Pairs of one offset lie no further apart: rows show seconds, and a refusal takes one or two. */
    readonly spread: number
    /** Fewer pairs show no offset. */
    readonly pairs: number
    /** Another offset that pairs more than this share of as many leaves it open which one it is. */
    readonly rival: number
    /** How far off a clock is looked for: a zone taken wrong is off by up to 26 hours. */
    readonly reach: number
    /** Off by no more than this, times are taken as they are stated: a quarter of the tolerances that it eats into. */
    readonly tolerated: number
    /** So many events of a log tell as much as all of them. */
    readonly looked: number
  }
  /** What makes a burst, and the shapes of the official clients (docs/kimi.md#clients). */
  readonly burst: {
    /** A longer pause ends it. */
    readonly pause: number
    readonly startsPerTenSeconds: number
    /** Subagents that kimi-code starts at once. */
    readonly atOnce: number
    /** Tries of one failing step, and the time that they take. */
    readonly retries: number
    readonly retryWithin: number
    /** Pace of kimi-code's launcher after a refusal. */
    readonly backOff: number
  }
  /** Use of one client (use/use-runs.ts); all ours to choose. */
  readonly use: {
    /** A longer pause ends a run of use, and tells an upgrade from two versions in use side by side. */
    readonly pause: number
    /** A client first seen this long after the history begins was not in use before, as far as the history shows. */
    readonly newAfter: number
  }
  /** A storm of calls by signed-in devices: so many, in bursts, in so long a time before a block (our choice). */
  readonly storm: { readonly starts: number; readonly before: number }
  /** How long a call takes where no log says: two seconds for a word, the client time-out for the longest. */
  readonly assumedCall: { readonly min: number; readonly max: number }
}

export const DEFAULT_RULES: Rules = {
  sameReset: 2 * SECOND,
  meterLag: 2 * MINUTE,
  loneMeterLag: 5 * MINUTE,
  resetTolerance: 2 * MINUTE,
  undatedTolerance: 10 * MINUTE,
  backAfterReset: 10 * MINUTE,
  lowMeterPercent: 90,
  lowMeterTogetherPercent: 50,
  servedAboveZero: 30,
  fullMeterPercent: 100,
  wholePercent: 1,
  nextToNothing: 3,
  settle: 2 * MINUTE,
  suspectSilence: { min: 15 * MINUTE, max: 6 * HOUR },
  sameBlockGap: 6 * HOUR,
  mixedGap: 2 * MINUTE,
  askedAgain: 15 * MINUTE,
  parts: { partLength: 2 * MINUTE, loneRefusal: 15 * MINUTE, refill: 15 * MINUTE, pause: 5 * MINUTE },
  allOrNothing: 30 * MINUTE,
  longestCall: 15 * MINUTE,
  textShare: 0.5,
  offsetSlack: 14 * MINUTE,
  countdownReach: 31 * 24 * HOUR,
  sameDay: 24 * HOUR,
  clockSlack: 2 * SECOND,
  logClock: {
    spread: 4 * SECOND,
    pairs: 5,
    rival: 0.5,
    reach: 26 * HOUR,
    tolerated: 30 * SECOND,
    looked: 300,
  },
  burst: {
    pause: 10 * SECOND,
    startsPerTenSeconds: 5,
    atOnce: 5,
    retries: 3,
    retryWithin: 3 * SECOND,
    backOff: 3 * SECOND,
  },
  use: { pause: 30 * MINUTE, newAfter: 24 * HOUR },
  storm: { starts: 30, before: 10 * MINUTE },
  assumedCall: { min: 2 * SECOND, max: 15 * MINUTE },
}

/** Lengths of the windows whose length is fixed (docs/kimi.md#quotas). A month has none. */
export const WINDOW_LENGTH = { '5h': 5 * HOUR, '7d': 168 * HOUR } as const
/** No month is longer, whichever day a subscription begins on. */
export const LONGEST_MONTH = 31 * 24 * HOUR
/** Nor shorter. */
export const SHORTEST_MONTH = 28 * 24 * HOUR
export type GridWindow = keyof typeof WINDOW_LENGTH
export const GRID_WINDOWS: readonly GridWindow[] = ['5h', '7d']
