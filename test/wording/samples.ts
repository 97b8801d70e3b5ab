import type { FactRule, FindingKind, MissingKind } from '../../shared/analyse/rule-names.ts'
import type { Fact, FactValue } from '../../shared/analyse/report.ts'
import { at } from '../time/given.ts'

const time = (iso: string): FactValue => ({ unit: 'instant', value: at(iso) })
const length: FactValue = { unit: 'duration', value: 3_719_752 }
const count = (value: number): FactValue => ({ unit: 'count', value })
const percent = (value: number): FactValue => ({ unit: 'percent', value })
const text = (value: string): FactValue => ({ unit: 'text', value })
const window: FactValue = { unit: 'window', value: '5h' }
const message = text('The engine is currently overloaded, please try again later')
const from = time('2026-03-07T10:20:45.248Z')
const to = time('2026-03-07T15:20:45.248Z')
const boundary = to

const IN_FLIGHT = {
  least: count(5),
  most: count(9),
  unseen: count(2),
  cap: count(4),
  over: count(3),
  refusals: count(3),
} as const

type Values = Readonly<Record<string, FactValue>>

/** One set of values for each rule, as rule-names.ts documents them. */
export const FACT_VALUES: Readonly<Record<FactRule, Values>> = {
  premise_refused_throughout: { from, to },
  premise_pasted_together: { from, to },
  premise_clock_off: { from, to, by: length },
  premise_hour_twice: { from, to },
  text_names_cause: { message },
  text_ambiguous: { message },
  text_names_other: { message },
  text_undated: { message },
  text_undated_names_cause: { message },
  text_undated_names_quota: { message },
  text_membership_unverified: { message },
  text_own_client_refused: { message },
  text_quota_unnamed: { message },
  text_names_quota: { message },
  text_quota_all_low: { message },
  text_quota_back_early: { message },
  full_meter_of_unnamed: { message, window, used: percent(100), at: from },
  low_meter: { window, used: percent(2), from, to },
  low_meter_implicit: { window, used: percent(0), from, to },
  full_meter: { window, used: percent(100), at: from },
  full_meter_disputed: { window, used: percent(100), at: from },
  outlived_reset: { window, boundary, by: length },
  outlived_reset_slightly: { window, boundary, by: length },
  outlived_reset_otherwise: { window, boundary, by: length },
  back_in_mid_window: { window, back: from, next: to, before: length },
  back_where_meter_fell: { window, back: from, from: percent(99), to: percent(3) },
  back_at_reset: { window, boundary, by: length },
  all_or_nothing: { length },
  mixed_outcomes: { successes: count(3), failures: count(5) },
  starts_under_cap: { starts: count(7), span: length, cap: count(20) },
  starts_reach_cap: { starts: count(27), span: length, cap: count(20) },
  starts_before_refusal: { starts: count(42), served: count(12), span: length },
  in_flight_over_cap: IN_FLIGHT,
  in_flight_under_cap: IN_FLIGHT,
  in_flight_under_served: { ...IN_FLIGHT, served: count(12) },
  in_flight_undecided: IN_FLIGHT,
  in_flight_without_cap: IN_FLIGHT,
  server_errors: { count: count(29), statuses: text('500, 503') },
  server_errors_no_quota: { count: count(29), statuses: text('500, 503') },
  platform_error: { message },
  depends_on_zone: {
    supported: count(0),
    consistent: count(5),
    contradicted: count(20),
    undecidable: count(2),
  },
  depends_on_grid: {
    supported: count(1),
    consistent: count(0),
    contradicted: count(1),
    undecidable: count(0),
  },
  offset_in_future: { offset: text('-08:00'), latest: to },
  offset_against_text: { offset: text('-08:00'), message, window, boundary },
  no_weekly_limit: {},
  no_reading: { window },
  claim_not_understood: {},
  claim_no_day: {},
  claim_no_grid: { window },
  claim_reset_near: { window, boundary, away: length },
  claim_reset_far: { window, boundary, away: length },
  claim_cap_read: { claimed: count(30), cap: count(20), at: from },
  claim_cap_not_read: { claimed: count(30) },
  claim_only_table: {
    both: count(9),
    blockOnly: count(0),
    withOnly: count(12),
    neither: count(80),
    chance: percent(0.01),
  },
  claim_only_too_few: { both: count(1), blockOnly: count(0), withOnly: count(2), neither: count(3) },
  claim_failed_rise: { stretches: count(2), failures: count(40), rise: percent(3) },
  claim_failed_flat: { stretches: count(2), failures: count(40), rise: percent(0) },
  claim_failed_no_stretch: {},
}

export const FINDING_VALUES: Readonly<Record<FindingKind, Values>> = {
  sources_disagree: { window, a: percent(0), b: percent(100) },
  text_and_meter_disagree: { cause: text('quota_5h') },
  mixed_accounts: { grids: count(2) },
  reset_off_grid: { window, at: from },
  grid_changed: { from, to },
  reset_early: { window, at: from, by: length },
  reset_without_service: { window, boundary, by: length },
  service_without_reset: { window, back: from, next: to, before: length },
  meter_fell: { window, from: percent(40), to: percent(3), at: to },
  undated_error: { silences: count(3) },
  doubtful_local_time: { text: text('2026/03/29 02:30:00') },
  reading_not_placed: { count: count(1) },
  log_clock_ahead: { by: length, give: length, pairs: count(17) },
  log_clock_behind: { by: length, give: length, pairs: count(17) },
  clock_ahead: { by: length, at: from },
  reset_carried: { by: length, at: from },
  clock_behind: { by: length, at: from },
  costs_go_on: { at: from },
  device_new: { device: text('Laptop'), at: from },
  device_gone: { device: text('Laptop'), at: from },
  device_unnamed: { device: text('unknown') },
  client_new: { client: text('Qoder'), source: text('ci'), at: from, known: length },
  client_upgraded: {
    client: text('KimiCLI'),
    source: text('Login Device'),
    before: text('1.16.0'),
    after: text('1.17.0'),
    at: from,
  },
  client_versions_mixed: {
    client: text('KimiCLI'),
    source: text('Login Device'),
    before: text('1.16.0'),
    after: text('1.17.0'),
    at: from,
  },
  request_rate_range: { served: count(12), refused: count(42), span: length, incidents: count(2) },
  storm_before_block: { starts: count(42), length, at: from },
}

export const MISSING_VALUES: Readonly<Record<MissingKind, Values>> = {
  zone: {},
  error_date: { message },
  error_text: {},
  error_text_naming: {},
  refusal_times: {},
  meter_reading: { window },
  meter_reset: { window },
  meter_explicit: { window },
  meter_full_beyond_doubt: { window },
  cap: {},
  history: {},
  call_lengths: {},
  service_back: {},
  nothing_known: {},
}

export const fact = (rule: FactRule, values: Values): Fact => ({
  rule,
  bearing: 'neutral',
  strong: false,
  direct: false,
  values,
  refs: [],
})
