/** What a masked piece is replaced by, by kind. */
const CREDENTIALS: readonly (readonly [RegExp, string])[] = [
  // A whole key, or one that the console has shortened: `sk-ki…abcde`.
  [/\bsk-(?:[\w-]{16,}|[\w-]*(?:…|\.{3}|\*{2,})[\w-]*)/g, 'sk-[masked]'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]+){0,2}/g, '[token]'],
  [/\bBearer\s+[\w.~+/=-]{8,}/gi, 'Bearer [token]'],
]

const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [/(?:\/home\/|\/Users\/|[A-Za-z]:\\+Users\\+)[^\s"'<>|:,;)\]}]+/g, '[path]'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '[id]'],
]

const replaceAll = (text: string, rules: readonly (readonly [RegExp, string])[]) =>
  rules.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text)

/** What every credential has in it; most texts have none of it, and are let through by one look. */
const SUSPICIOUS = /sk-|eyJ|bearer/i

/** Masks API keys, JWTs and Bearer tokens, wherever they stand in a text. */
export const maskCredentials = (text: string): string =>
  SUSPICIOUS.test(text) ? replaceAll(text, CREDENTIALS) : text

/** Masks credentials, e-mail addresses, home paths and UUIDs: for excerpts and messages that are kept as text. */
export const maskText = (text: string): string => replaceAll(maskCredentials(text), PERSONAL)
