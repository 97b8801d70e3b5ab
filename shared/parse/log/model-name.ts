/** Names that Kimi's models have: `kimi-for-coding`, `kimi-code/kimi-for-coding`, `kimi-k2.5`, `k3`, `K2.8 Preview`. */
const KIMI = /^(?:[\w.-]{1,40}\/)?(?:kimi|moonshot|k\d)[\w.:-]{0,40}(?: preview)?$/i
/** What signing in to Kimi Code sets up is called `kimi-code/…`, whatever its model. */
const MANAGED = /^kimi-code\//i
const OTHERS =
  /gpt|claude|gemini|llama|qwen|deepseek|glm|grok|mistral|minimax|doubao|openai|anthropic|google|ollama|azure|(?:^|\/)o\d/i

/** The name of a model as it may be kept; null where it is no name of one of Kimi's, and might be anything. */
export const keptModel = (name: string | null): string | null =>
  name !== null && KIMI.test(name) ? name : null

/**
 * Whether a request went to somebody else: the clients can be set up with other services, whose refusals and answers say
 * nothing about Kimi's limits. The model tells, and an alias only where there is nothing else: anybody may give it any
 * name. The provider is the protocol that is spoken, which is `openai` for Kimi's own models too. An alias that says
 * nothing either way is taken to be one for Kimi's.
 */
export function isOtherService(
  provider: string | null,
  model: string | null,
  alias: string | null = null,
): boolean {
  if (keptModel(model) !== null || (provider !== null && /^(?:kimi|moonshot)/i.test(provider))) return false
  if (model !== null && (OTHERS.test(model) || (alias !== null && !MANAGED.test(alias)))) return true
  return keptModel(alias) === null && alias !== null && OTHERS.test(alias)
}
