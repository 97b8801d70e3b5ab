import type { Filled } from './filled.ts'

/**
 * Why a bundle is refused, see REASONS, and what is wrong at a place of it: some of that in the words of zod, which reads
 * bundles. `issue` stands for another of these sentences, or one of REASONS.
 */
export const BUNDLE_REFUSALS = {
  bundleTooLarge: 'it is larger than {{most}} characters',
  bundleTooDeep: 'it is nested more than {{most}} levels deep',
  bundleNoJson: 'it is not JSON: {{error}}',
  bundleOfOthers: 'it is not a Quotascope bundle',
  bundleSchema: 'its schema is called {{name}}, not {{ours}}',
  bundleNewer: 'it is of version {{version}} ({{schema}}); this Quotascope reads up to {{ours}}',
  bundleManifest: 'its manifest is not valid: {{issue}} at {{place}}',
  bundleEvidence: 'its evidence is not valid: {{issue}} at {{place}}',
  bundlePartMissing: 'its manifest says nothing of {{part}}',
  bundlePartCount: 'it should hold {{most}} {{part}} and holds {{count}}',
  bundlePartChanged: 'its {{part}} were changed: their SHA-256 differs',
  bundleKind: 'Invalid discriminator value. Expected {{options}}',
  bundleOption: 'Invalid option: expected one of {{options}}',
  bundleName: 'Unrecognized key: {{names}}',
  bundleNames: 'Unrecognized keys: {{names}}',
  bundleText: 'Too big: expected string to have <={{most}} characters',
  bundleNumberAbove: 'Too big: expected {{expected}} to be <={{most}}',
  bundleNumberBelow: 'Too small: expected {{expected}} to be >={{least}}',
  bundleForm: 'Invalid string: must match pattern {{pattern}}',
  bundleSpan: 'span runs backwards',
  bundleCountdown: 'countdown runs backwards',
  bundleZone: 'no time zone is called {{name}}',
  bundleEvidenceId: 'not the id of a piece of evidence',
  bundleId: 'not the id of a {{kind}}',
  bundleOtherId: 'the id does not belong to the request id',
} as const

export type BundleRefusal = Filled<(typeof BUNDLE_REFUSALS)[keyof typeof BUNDLE_REFUSALS]>
