/** Names that Kimi's models have: `kimi-for-coding`, `kimi-code/kimi-for-coding`, `kimi-k2.5`, `k3`. */
const KIMI = /^(?:[\w.-]{1,40}\/)?(?:kimi|moonshot|k\d)[\w.:-]{0,40}$/i
const OTHERS =
  /gpt|claude|gemini|llama|qwen|deepseek|glm|grok|mistral|minimax|doubao|openai|anthropic|google|ollama|azure|(?:^|\/)o\d/i

/** The name of a model as it may be kept; null where it is no name of one of Kimi's, and might be anything. */
export const keptModel = (name: string | null): string | null =>
  name !== null && KIMI.test(name) ? name : null

/**
 * Whether a request went to somebody else: the clients can be set up with other services, whose refusals and answers say
 * nothing about Kimi's limits. A name that says nothing either way is taken to be an alias for Kimi's.
 */
export function isOtherService(provider: string | null, ...models: readonly (string | null)[]): boolean {
  if (models.some((model) => keptModel(model) !== null)) return false
  if (provider !== null && /^(?:kimi|moonshot)/i.test(provider)) return false
  return [provider, ...models].some((name) => name !== null && OTHERS.test(name))
}
