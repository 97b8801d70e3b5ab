/** A list of runs as it was first counted, with the rules of that day. */
export interface CountedList {
  readonly first: number
  readonly runs: number
  readonly incidents: number
  readonly contradicted: number
  readonly wronglySupported: number
}

/**
 * The lists before the one that counts now. What went wrong in each was looked at and mended after its count, so none of
 * them can be counted as unseen again.
 */
export const COUNTED_LISTS: readonly CountedList[] = [
  { first: 1_000_001, runs: 2000, incidents: 2367, contradicted: 5, wronglySupported: 4 },
  { first: 2_000_001, runs: 2000, incidents: 2370, contradicted: 1, wronglySupported: 0 },
  { first: 3_000_001, runs: 2000, incidents: 2464, contradicted: 0, wronglySupported: 0 },
  { first: 4_000_001, runs: 2000, incidents: 2394, contradicted: 0, wronglySupported: 2 },
  { first: 5_000_001, runs: 2000, incidents: 2383, contradicted: 3, wronglySupported: 0 },
  { first: 6_000_001, runs: 2000, incidents: 2283, contradicted: 0, wronglySupported: 1 },
  { first: 7_000_001, runs: 2000, incidents: 2469, contradicted: 0, wronglySupported: 1 },
  { first: 8_000_001, runs: 2000, incidents: 2370, contradicted: 0, wronglySupported: 1 },
  { first: 9_000_001, runs: 2000, incidents: 2391, contradicted: 0, wronglySupported: 0 },
  { first: 10_000_001, runs: 2000, incidents: 2402, contradicted: 0, wronglySupported: 0 },
  { first: 20_000_001, runs: 2000, incidents: 2500, contradicted: 0, wronglySupported: 1 },
  // Without difficulties; what was wrong with it was the score (score.test.ts).
  { first: 30_000_001, runs: 1500, incidents: 1768, contradicted: 1, wronglySupported: 0 },
  // Scored too strictly: a cause that refused beside an incident, by clocks seconds off, counted as wrong.
  { first: 40_000_001, runs: 12126, incidents: 15861, contradicted: 7, wronglySupported: 20 },
  // Three of the five: all readings in hand were another account's (observe.ts). Nobody in it and before lacked meters.
  { first: 70_000_001, runs: 12648, incidents: 16035, contradicted: 5, wronglySupported: 1 },
  { first: 100_000_001, runs: 7132, incidents: 9065, contradicted: 3, wronglySupported: 0 },
  { first: 110_000_001, runs: 17388, incidents: 21794, contradicted: 4, wronglySupported: 1 },
  { first: 120_000_001, runs: 6000, incidents: 7574, contradicted: 1, wronglySupported: 1 },
  { first: 130_000_001, runs: 24000, incidents: 30407, contradicted: 0, wronglySupported: 5 },
  { first: 140_000_001, runs: 5512, incidents: 6986, contradicted: 1, wronglySupported: 2 },
  { first: 160_000_001, runs: 5436, incidents: 6742, contradicted: 0, wronglySupported: 0 },
  { first: 170_000_001, runs: 24000, incidents: 29991, contradicted: 4, wronglySupported: 3 },
  { first: 180_000_001, runs: 24000, incidents: 30215, contradicted: 5, wronglySupported: 3 },
  { first: 190_000_001, runs: 24000, incidents: 30464, contradicted: 2, wronglySupported: 6 },
]
