/** What a masked piece is replaced by, by kind. */
const CREDENTIALS: readonly (readonly [RegExp, string])[] = [
  // A whole key, or one that the console has shortened: `sk-ki…abcde`.
  [/\bsk-(?:[\w-]{16,}|[\w-]*(?:…|\.{3}|\*{2,})[\w-]*)/g, 'sk-[masked]'],
  // a short one, told from words by its digits
  [/\bsk-(?=[\w-]{0,40}\d)[\w-]{6,}/g, 'sk-[masked]'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]+){0,2}/g, '[token]'],
  [/\bBearer\s+[\w.~+/=-]{8,}/gi, 'Bearer [token]'],
]

const PERSONAL: readonly (readonly [RegExp, string])[] = [
  // from the first character that may belong to it: a long word is looked through once
  [/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [/(?:\/(?:home|Users|Volumes|root)\/|[A-Za-z]:\\+Users\\+)[^\s"'<>|:,;)\]}]+/g, '[path]'],
  // \\server\share, also where its backslashes were escaped, or half of them are gone
  [/(?<=^|[\s"'(=])\\{1,4}[\w.$-]{2,63}\\{1,2}[^\s"'<>|:,;)\]}]+/g, '[path]'],
  [/([?&][\w-]{0,20}(?:token|key|secret|signature|password|session)=)[^&\s"'<>]+/gi, '$1[masked]'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '[id]'],
  // the same without dashes; after a colon it is an id of our own
  [/(?<![\w:-])[0-9a-f]{32}(?![\w-])/gi, '[id]'],
  [/\b(org|proj|ak)-[0-9A-Za-z]{12,}/g, '$1-[masked]'],
  [/\+86[ -]?1[3-9]\d[ -]?\d{4}[ -]?\d{4}\b|\+\d{10,15}\b|(?<![\w.+-])1[3-9]\d{9}(?![\w.-])/g, '[phone]'],
  // not the version of a browser, which follows a name and a slash
  [/(?<![\w.-]|\w\/)(?:\d{1,3}\.){3}\d{1,3}(?![\w.-])/g, '[ip]'],
  // the same with its zeros left out, told from names of code by its digits
  [
    /(?<![\w:])(?=[0-9a-f:]{0,39}\d)(?:(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})(?![\w:])/gi,
    '[ip]',
  ],
  [/(?<![\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])/gi, '[ip]'],
]

const replaceAll = (text: string, rules: readonly (readonly [RegExp, string])[]) =>
  rules.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text)

const ADDRESS = /https?:\/\/[^\s"'<>]+/gi
/** What an address says of who asks and for what; not that it is for a tab of a page, a switch or a small number. */
const SAID = /([?&#](?!tab=)[\w.~%-]+=)(?!(?:true|false|\d{1,3})(?![\w.~%+-]))[^&#]+/g

const maskAddresses = (text: string): string =>
  text.includes('://') ? text.replace(ADDRESS, (address) => address.replace(SAID, '$1[masked]')) : text

/** What every credential has in it; most texts have none of it, and are let through by one look. */
const SUSPICIOUS = /sk-|eyJ|bearer/i

/** Masks API keys, JWTs and Bearer tokens, wherever they stand in a text. */
export const maskCredentials = (text: string): string =>
  SUSPICIOUS.test(text) ? replaceAll(text, CREDENTIALS) : text

/**
 * Masks credentials, e-mail and IP addresses, phone numbers, paths of users and servers, ids and organizations, and what an
 * address asks for: for excerpts and messages that are kept as text. Takes time that grows with the text.
 */
export const maskText = (text: string): string => replaceAll(maskAddresses(maskCredentials(text)), PERSONAL)
