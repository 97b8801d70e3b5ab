import type { FieldKind, FieldRow } from '../field-row.ts'

const LIMIT = "You've reached your 5-hour usage limit."
const BUSY = "We're receiving too many requests at the moment."
const LOAD = 'The engine is currently overloaded, please try again later'

const row = (
  name: string,
  text: string,
  status: number | null,
  errorClass = 'window_5h',
  type?: string,
): FieldRow => ({
  name,
  text,
  right: {
    errors: [{ at: null, status, class: errorClass, ...(type === undefined ? {} : { type }) }],
    incidents: [],
  },
})

export const field: FieldKind = {
  kind: 'a status that stands elsewhere in the record',
  rows: [
    {
      name: 'before the type',
      file: 'status-then-type.txt',
      right: { errors: [{ at: null, status: 401, class: 'auth' }], incidents: [] },
    },
    {
      name: 'with its reason phrase',
      file: 'reason-phrase.txt',
      right: { errors: [{ at: null, status: 403, class: 'window_5h' }], incidents: [] },
    },
    row('in brackets after it', `${LIMIT} (403)`, 403),
    row('after it, in words', `"${BUSY}" came with status code 429 each time`, 429, 'rate_or_concurrency'),
    row('at the head of a message in a field', `{"error":{"message":"403 ${LIMIT}"}}`, 403),
    row('as a pair', `request failed statusCode=403 msg="${LIMIT}"`, 403),
    row('as a pair after it', `msg="${LOAD}" http_status=429 retry=0`, 429, 'overloaded'),
    row('as a field', `{"level":"error","statusCode":403,"msg":"${LIMIT}"}`, 403),
    row(
      'as a field that is named code',
      `{"code":429,"level":"warn","message":"${LOAD}","took":812}`,
      429,
      'overloaded',
    ),
    row(
      'as a field around the body',
      `{"status":403,"error":{"message":"${LIMIT}","type":"permission_error"}}`,
      403,
      'window_5h',
      'permission_error',
    ),
    row('of an exception', `APIError 403: ${LIMIT}`, 403),
    row('with a type between', `429 rate_limit_error: "${LOAD}"`, 429, 'overloaded', 'rate_limit_error'),
    row(
      'in the head of the answer',
      `< HTTP/1.1 429 Too Many Requests\n< content-type: application/json\n<\n\n{"error":{"message":"${BUSY}"}}`,
      429,
      'rate_or_concurrency',
    ),
    row('on a labelled line above', `Status: 403\nMessage: ${LIMIT}`, 403),
    row('on a labelled line below', `Message: ${BUSY}\nHTTP status: 429`, 429, 'rate_or_concurrency'),
    row('in Chinese prose', `我这边返回 403，内容是“${LIMIT}”`, 403),
    row('on a labelled line in Chinese', `状态码：429\n报错信息：${LOAD}`, 429, 'overloaded'),
    row('a number of times is none', `429 times now: ${LIMIT}`, null),
    row('a port is none', `127.0.0.1:443 said ${BUSY}`, null, 'rate_or_concurrency'),
    row('the number of a line is none', `main.py:403: ${LIMIT}`, null),
    row('milliseconds are none', `took 429 ms, then "${BUSY}"`, null, 'rate_or_concurrency'),
    row('the nearer of two', `first HTTP 500, then HTTP 403 "${LIMIT}"`, 403),
    row(
      'in what a client printed, inside an answer of a local server',
      `Service temporarily unavailable.\n{"jsonrpc":"2.0","id":"3_1","error":{"code":-32003,"message":"Error code: 401 - {'error': {'message': 'Invalid Authentication', 'type': 'invalid_authentication_error'}}","data":null}}`,
      401,
      'auth',
      'invalid_authentication_error',
    ),
    row(
      'the same of a limit, with an escaped body',
      `{"jsonrpc":"2.0","id":"4_1","error":{"code":-32003,"message":"Error code: 429 - {\\"error\\":{\\"message\\":\\"${BUSY}\\",\\"type\\":\\"rate_limit_reached_error\\"}}"}}`,
      429,
      'rate_or_concurrency',
      'rate_limit_reached_error',
    ),
  ],
}
