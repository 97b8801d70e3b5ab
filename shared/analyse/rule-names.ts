/**
 * Every rule that may put a fact under a verdict, and the values that its sentence needs (shared/wording has one
 * sentence per rule and language; a test holds the two together).
 */
export const FACT_RULES = [
  /** {from, to}: a suspected block; all else holds if service was refused from edge to edge. Instants, or wall times. */
  'premise_refused_throughout',
  /** {from, to}: an undated error is assumed to be of the time of the reading that was pasted after it. */
  'premise_pasted_together',
  /** {from, to, by}: dated by a log whose clock is off by up to `by`: somewhere between from and to. */
  'premise_clock_off',
  'premise_hour_twice',
  /** {message, status?}: an error text names this cause. */
  'text_names_cause',
  /** {message}: "too many requests": fits concurrency and request rate, and decides nothing between them. */
  'text_ambiguous',
  /** {message}: the limiter answered, so neither an outage nor the account is the likely reason. */
  'text_names_other',
  /** {message}: an error text without a date fits; it does not say when. */
  'text_undated',
  /** {message}: an error text without a date names this cause; if it came up in the block, this cause was the reason. */
  'text_undated_names_cause',
  /** {message}: one without a date says that a quota was used up, and not which; it may have been this one. */
  'text_undated_names_quota',
  /** {message}: 402 "unable to verify your membership": account or platform. */
  'text_membership_unverified',
  /** {message}: Kimi's own client was refused as one that is not allowed: account or platform. */
  'text_own_client_refused',
  /** {message}: a quota was used up, and the text does not say which: fits all three. */
  'text_quota_unnamed',
  /** {message}: the same, which is not what too many requests, a fault or a refused account says. */
  'text_names_quota',
  /** {message}: the same, and yet other evidence speaks against each of the three. */
  'text_quota_all_low',
  /** {message}: the same, and service was back at no reset that is known. */
  'text_quota_back_early',
  /** {message, window, used, at}: the same, and of the meters that were read then this one was full, and another not. */
  'full_meter_of_unnamed',
  /** {window, used, from, to, boundary?}: the meter stood low at a reading (taken between from and to) that bounds the block. */
  'low_meter',
  /** {window, used, from, to}: the same, but the reading is only the absence of a number, or bounds a part of the refusals. */
  'low_meter_implicit',
  /** {window, used, at, boundary?}: the meter was full while requests were refused. */
  'full_meter',
  /** {window, used, at}: full, but something keeps it from being proof: another full meter, a wallet, a conflict. */
  'full_meter_disputed',
  /** {window, boundary, by}: refused until `by` ms after this window had been reset. */
  'outlived_reset',
  /** {window, boundary, by}: the same, by so little that it decides nothing. */
  'outlived_reset_slightly',
  /** {window, boundary, by}: the same, but with another status than before the reset, or after nobody had asked for a while. */
  'outlived_reset_otherwise',
  /** {window, back, next, before}: service was back in mid-window, `before` ms before the next reset. */
  'back_in_mid_window',
  /** {window, back, from, to}: service was back in mid-window, where that meter had fallen from one percent to the other. */
  'back_where_meter_fell',
  /** {window, boundary, by}: service was back `by` ms after a reset. */
  'back_at_reset',
  /** {length}: all or nothing for this long. */
  'all_or_nothing',
  /** {successes, failures}: both within the block. */
  'mixed_outcomes',
  /** {starts, span, cap}: starts within the longest a call may take stayed under the cap, coverage whole. */
  'starts_under_cap',
  /** {starts, span, cap}: at least as many starts within the span as the cap allows in flight. */
  'starts_reach_cap',
  /** {least, most, unseen, cap, over, refusals}: by the logs' durations, at `over` of the refusals more than the cap were in flight, the refused one counted; `least` at the fullest. */
  'in_flight_over_cap',
  /** {least, most, unseen, cap, over, refusals}: the same, no more than `most` at any refusal, `unseen` of them in the history only; that is under the cap. */
  'in_flight_under_cap',
  /** {least, most, unseen, cap, over, refusals}: the same, between `least` and `most`, which decides nothing. */
  'in_flight_undecided',
  /** {least, most, unseen, served}: the same, and no reading of that day states a cap; yet `served` were served at once, which is more than `most`. */
  'in_flight_under_served',
  /** {least, most, unseen}: the same, and no reading of that day states a cap. */
  'in_flight_without_cap',
  /** {starts, served, span}: so many requests in the `span` before the first refusal; at most `served` in any before that, and all were. */
  'starts_before_refusal',
  /** {message}: the platform said that it was overloaded or failed. */
  'platform_error',
  /** {count, statuses}: rows with 5xx: the service failed. */
  'server_errors',
  /** {count, statuses}: a used-up quota is not refused with 5xx. */
  'server_errors_no_quota',
  /** {supported, consistent, contradicted, undecidable}: under how many of the possible UTC offsets the verdict is what. */
  'depends_on_zone',
  /** {supported, consistent, contradicted, undecidable}: the same, by the grids of resets that may be the account's own. */
  'depends_on_grid',
  /** {offset, latest}: under this offset a record would lie after it was captured. */
  'offset_in_future',
  /** {offset, message, window, boundary}: under this offset the text would name a quota that had just been reset. */
  'offset_against_text',
  /** {window}: nothing was ever read or said of this window. */
  'no_reading',
  /** {}: the plan has no weekly window. */
  'no_weekly_limit',
  /** A claim that is none of the forms of docs/claims.md. */
  'claim_not_understood',
  /** A claimed time of day without a day, and no incident that gives it one. */
  'claim_no_day',
  /** {window}: no reading gives the grid on which this window resets. */
  'claim_no_grid',
  /** {window, boundary, away}: the reset nearest to the claimed time, `away` ms from it: it fits. */
  'claim_reset_near',
  /** {window, boundary, away}: the nearest reset is too far from the claimed time. */
  'claim_reset_far',
  /** {claimed, cap, at}: the cap that a reading states. */
  'claim_cap_read',
  /** {claimed}: no reading states a cap. */
  'claim_cap_not_read',
  /** {both, blockOnly, withOnly, neither, chance}: ten-minute bins with a block and subagents, and so on; chance in percent. */
  'claim_only_table',
  /** {both, blockOnly, withOnly, neither}: too few bins to say anything. */
  'claim_only_too_few',
  /** {stretches, failures, rise}: the meter rose by `rise` while calls only failed. */
  'claim_failed_rise',
  /** {stretches, failures, rise}: the meter stood still while calls only failed. */
  'claim_failed_flat',
  /** No stretch between two readings in which calls failed and none succeeded. */
  'claim_failed_no_stretch',
] as const
export type FactRule = (typeof FACT_RULES)[number]

/** Every kind of finding, and its values. */
export const FINDING_KINDS = [
  /** {window, a, b}: two encodings of one window in one reading disagree (percents). */
  'sources_disagree',
  /** {cause}: an error text names this limit while its meter stood low. */
  'text_and_meter_disagree',
  /** {grids}: readings of more than one account (or plan) in one input. */
  'mixed_accounts',
  /** {window, at}: a reported reset that is not on the grid. */
  'reset_off_grid',
  /** {from, to, plan?}: between these the resets moved to another grid: another plan or subscription began. */
  'grid_changed',
  /** {window, at, by}: a reset that had come `by` ms before it was due. */
  'reset_early',
  /** {window, boundary, by}: requests were still refused `by` ms after a reset. */
  'reset_without_service',
  /** {window, back, next, before}: service came back without a reset, although the evidence names that quota. */
  'service_without_reset',
  /** {window, from, to, at}: a meter fell although no reset was due. */
  'meter_fell',
  /** {silences}: an undated error could belong to any of several silences, so it points at none. */
  'undated_error',
  /** {text}: a local time that the zone skips or has twice. */
  'doubtful_local_time',
  /** {count}: readings that could not be placed in time. */
  'reading_not_placed',
  /** {by, at}: a capture shows a row that is newer by `by` than the capture: its clock was behind. */
  'clock_behind',
  /** {by, at}: pages lack rows that had long been made by the clock that dated them: it was ahead, by `by` at most. */
  'clock_ahead',
  /** {by, at}: a reading dated `at` still carries a reset that was `by` before: its clock was ahead, or it is of an older state. */
  'reset_carried',
  /** {by, give, pairs}: the clock of a log is ahead by `by`, give or take `give`, as requests show that the history has, too. */
  'log_clock_ahead',
  /** {by, give, pairs}: the same, behind. */
  'log_clock_behind',
  /** {device, at}: a signed-in device that the lists before `at` did not hold. */
  'device_new',
  /** {device, at}: a device that the list read at `at` no longer holds. */
  'device_gone',
  /** {device}: a device without a name of its own; its platform, if any, stands for it. */
  'device_unnamed',
  /** {at}: the list of what calls took goes on before `at`, on a page that was not captured. */
  'costs_go_on',
  /** {client, source, at, known}: a client whose first row comes `known` ms after the history begins. */
  'client_new',
  /** {client, source, before, after, at}: a later version of a client, and the one before was not seen again. */
  'client_upgraded',
  /** {client, source, before, after, at}: two versions of a client in use side by side. */
  'client_versions_mixed',
  /** {served, refused, span, incidents}: where a throttle is all that is left: served at so many requests in the span, refused at so many. */
  'request_rate_range',
  /** {starts, length, at}: bursts of calls by signed-in devices in the `length` before the block that begins at `at`. */
  'storm_before_block',
] as const
/** What evidence is missing that would decide a cause, and its values (missing-evidence.ts). */
export const MISSING_KINDS = [
  /** The zone of the history. */
  'zone',
  /** {message}: when that error came up. */
  'error_date',
  /** Any error text of that time. */
  'error_text',
  /** Texts are there, and none names a limit. */
  'error_text_naming',
  /** When requests were refused: failed rows, or a log. */
  'refusal_times',
  /** {window}: a reading of that meter in the window that held the block. */
  'meter_reading',
  /** {window}: a reading that also states the reset, without which it belongs to no window. */
  'meter_reset',
  /** {window}: a reading that states its number instead of leaving it out. */
  'meter_explicit',
  /** {window}: what would settle whether the full meter was the reason. */
  'meter_full_beyond_doubt',
  /** How many requests the plan allowed in flight. */
  'cap',
  /** The history over the whole block. */
  'history',
  /** How long calls took, from a client's log. */
  'call_lengths',
  /** When service came back. */
  'service_back',
  /** Nothing that is known to exist would decide it. */
  'nothing_known',
] as const
export type MissingKind = (typeof MISSING_KINDS)[number]

export type FindingKind = (typeof FINDING_KINDS)[number]
