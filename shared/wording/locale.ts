import type { WindowKind } from '../evidence/kinds/quota-snapshot.ts'
import type { Basis, Cause, Grade, Reset, Verdict } from '../analyse/report.ts'
import type { FactRule, FindingKind, MissingKind } from '../analyse/rule-names.ts'
import { SENTENCES, type SentenceName } from '../evidence/sentences/find-sentence.ts'
import type { MeterConflict } from '../analyse/views/meter-conflicts.ts'
import type { ErrorClass } from '../evidence/kinds/error-observation.ts'
import type { MeterEncoding } from '../evidence/kinds/quota-snapshot.ts'
import type { Language } from '../time/format.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh.json' with { type: 'json' }

/**
 * What a language has to say. A rule has one sentence; where a value of the rule is optional, a second one named
 * `rule_value` is used when that value is there (`text_names_cause_status`).
 */
export interface Locale {
  readonly cause: Readonly<Record<Cause | 'unknown', string>>
  readonly causeMeaning: Readonly<Record<Cause, string>>
  readonly verdict: Readonly<Record<Verdict, string>>
  readonly verdictMeaning: Readonly<Record<Verdict, string>>
  readonly grade: Readonly<Record<Grade, string>>
  readonly gradeMeaning: Readonly<Record<Grade, string>>
  readonly window: Readonly<Record<WindowKind, string>>
  readonly basis: Readonly<Record<Basis, string>>
  readonly basisMeaning: Readonly<Record<Basis, string>>
  readonly resetState: Readonly<Record<Reset['state'], string>>
  readonly errorClass: Readonly<Record<ErrorClass, string>>
  readonly fact: Readonly<Record<FactRule, string>>
  readonly finding: Readonly<Record<FindingKind, string>>
  readonly missing: Readonly<Record<MissingKind, string>>
  readonly conflict: Readonly<Record<MeterConflict['kind'], string>>
  /** Fits behind a share: "as a ratio". */
  readonly encoding: Readonly<Record<MeterEncoding, string>>
  readonly when: typeof en.when
  readonly answer: typeof en.answer
  readonly answerCause: Readonly<Record<Cause, string>>
  readonly nextStep: typeof en.nextStep
  readonly label: typeof en.label
  /** What parsers say; in English it is theirs. */
  readonly sentence: Readonly<Record<SentenceName, string>>
}

/** Names of the short texts that documents are put together from. */
export type Label = keyof typeof en.label

export const LOCALES: Readonly<Record<Language, Locale>> = {
  en: { ...en, sentence: SENTENCES },
  zh,
}
