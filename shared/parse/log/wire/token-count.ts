interface Usage {
  readonly inputOther: number | null
  readonly output: number | null
  readonly inputCacheRead: number | null
  readonly inputCacheCreation: number | null
}

export interface TokenCount {
  readonly inputTokens: number | null
  readonly outputTokens: number | null
}

export const NO_TOKENS: TokenCount = { inputTokens: null, outputTokens: null }

/** What went in, from cache or not, and what came out. A part that is not stated leaves the sum unknown. */
export function tokenCount(usage: Usage | null | undefined): TokenCount {
  if (!usage) return NO_TOKENS
  const parts = [usage.inputOther, usage.inputCacheRead, usage.inputCacheCreation]
  const known = parts.filter((part) => part !== null)
  const inputTokens = known.length === parts.length ? known.reduce((sum, part) => sum + part, 0) : null
  return { inputTokens, outputTokens: usage.output }
}
