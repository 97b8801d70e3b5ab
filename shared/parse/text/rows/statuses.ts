const NUMBER = String.raw`(?<status>[45]\d\d)(?![\w.:/%-]*\d|[%\w]|\s*(?:times?|x|ms|s|secs?|seconds?|min|minutes?|hours?|tokens?|requests?|calls?|lines?|rows?|次|行|个|条|毫秒|秒)(?![a-z]))`
const REASONS =
  'bad request|unauthori[sz]ed|payment required|forbidden|not found|request timeout|conflict|too many requests|internal server error|bad gateway|service unavailable|gateway timeout'
/** Words after which a number is a status. */
const NAMES = String.raw`https?(?:/\d(?:\.\d)?)?|(?:http[ _-]?)?status(?:[ _-]?code)?|(?<!\b(?:exit|line|area|zip)[ _-]?)code|err(?:or)?|(?:api)?(?:status)?error|(?:http ?)?状态码?|错误码?|返回|报错?`

const FORMS = [
  // `status code: 403`, `statusCode=403`, `"code":403`, `HTTP 403`, `HTTP/2 403`, `APIError 403:`, `返回 403`
  String.raw`(?<![a-z])(?:${NAMES})["'”’]?(?:\s?(?:is|was|of|为|是))?\s{0,3}[:=：([（]{0,2}\s{0,3}["'“‘]?${NUMBER}`,
  // `403 Forbidden`, `403 (Forbidden)`
  String.raw`(?<![\w.:/#-])(?<status>[45]\d\d)\s?[-:(,]?\s?(?:${REASONS})\b`,
  // `429 rate_limit_error`, `403 permission_error: "…`
  String.raw`(?<![\w.:/#-])(?<status>[45]\d\d)[^\w\n]{1,4}(?:[a-z]{2,20}_){1,4}error\b`,
  // `(403)`, `[HTTP 403]`
  String.raw`[([（]\s?(?:http ?)?(?<status>[45]\d\d)\s?[)\]）]`,
  // `429 Your account … is suspended`, `2026-05-02T16:19:03Z 429 …`
  String.raw`^[^\w\n]{0,4}(?:\d{4}[-/][\d/T:.,Z+ -]{6,36}[\])]?\s{1,3})?${NUMBER}(?=[\s:])`,
].map((form) => new RegExp(form, 'gim'))

/** Right before a message: `403 You've…`, `报错 403：“You've…`, `| 403 | You've…`. */
const BEFORE = new RegExp(String.raw`(?<![\w.:/#-])${NUMBER}[^\w\n]{0,8}\n?[^\w\n]{0,8}$`, 'i')
const ENTITIES = /&(?:amp;)*#?\w{2,6};/g
/** Right after one: `…again." (403)`, `… — 403`. */
const AFTER = new RegExp(String.raw`^[^\w\n]{0,6}${NUMBER}`, 'i')

const TYPE = /(?<![\w.])(?:(?:[a-z]{2,20}_){1,4}error|provider\.[a-z_]{2,30})(?!\w)/g

/** A text before and after something; the nearer a piece of it stands, the more it is about that. */
export interface Around {
  readonly lead: string
  readonly tail: string
}

/** The HTTP status (4xx or 5xx) that is told beside an error, the nearest one; a number that is no status is none. */
export function statusBeside({ lead, tail }: Around): number | null {
  const near = BEFORE.exec(lead.slice(-80).replace(ENTITIES, '"'))
  if (near) return Number(near.groups?.['status'])
  const found = FORMS.flatMap((form) => [...matchesOf(form, lead, tail)])
  const after = AFTER.exec(tail)
  if (after) found.push({ distance: 0, match: after })
  return Number(nearest(found)?.groups?.['status'] ?? NaN) || null
}

/** The name of an error that is told beside it: `permission_error`, `provider.auth_error`. */
export const typeBeside = ({ lead, tail }: Around): string | null =>
  nearest([...matchesOf(TYPE, lead, tail)])?.[0] ?? null

/** Whether the name of an error stands in a text. */
export const holdsType = (text: string): boolean => text.search(TYPE) !== -1

interface Near {
  readonly distance: number
  readonly match: RegExpMatchArray
}

function* matchesOf(pattern: RegExp, lead: string, tail: string): Iterable<Near> {
  for (const match of lead.matchAll(pattern))
    yield { distance: lead.length - match.index - match[0].length, match }
  for (const match of tail.matchAll(pattern)) yield { distance: match.index, match }
}

const nearest = (found: readonly Near[]): RegExpMatchArray | null =>
  found.reduce<Near | null>((best, each) => (best && best.distance <= each.distance ? best : each), null)
    ?.match ?? null
