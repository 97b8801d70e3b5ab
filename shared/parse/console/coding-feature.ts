/**
 * Whether a scope or feature is Kimi Code's: FEATURE_CODING, or its number in the enum (docs/kimi.md#keys-and-devices).
 */
export const isCoding = (feature: string | null): boolean =>
  feature !== null && (feature === '4' || /coding/i.test(feature))
