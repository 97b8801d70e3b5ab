import type { FieldKind, FieldRow } from '../field-row.ts'

const LIMIT = "You've reached your 5-hour usage limit."
const WEEK = "You've reached your weekly (7-day) usage limit."

const row = (name: string, text: string, errorClass: string, status: number | null = null): FieldRow => ({
  name,
  text,
  right: { errors: [{ at: null, status, class: errorClass }], incidents: [] },
})

export const field: FieldKind = {
  kind: 'a message that is quoted, marked up or escaped',
  rows: [
    row('in typographic quotes', `It said “${LIMIT.replace("'", '’')}” again`, 'window_5h'),
    row('in guillemets', `L’agent répond « ${LIMIT} » depuis ce matin`, 'window_5h'),
    row('in corner brackets', `助手一直显示「${WEEK}」`, 'window_7d'),
    row(
      'in backticks',
      `The log has \`429 The engine is currently overloaded, please try again later\`.`,
      'overloaded',
      429,
    ),
    row('in bold', `I get **403 ${LIMIT}** on my key`, 'window_5h', 403),
    row('with a bold word', "403 You've reached your **5-hour** usage limit.", 'window_5h', 403),
    row('in a fence', `\`\`\`text\n403 ${WEEK}\n\`\`\``, 'window_7d', 403),
    row('in a list', `My errors:\n\n* HTTP 403: ${LIMIT}`, 'window_5h', 403),
    row(
      'as a cell of my table',
      `| my run | status | text |\n|---|---|---|\n| my first | 403 | ${WEEK} |`,
      'window_7d',
      403,
    ),
    row('escaped for HTML', `<p>403 You&#39;ve reached your 5-hour usage limit.</p>`, 'window_5h', 403),
    row(
      'escaped for HTML twice',
      `reply: 403 &quot;You&amp;#39;ve reached your weekly (7-day) usage limit.&quot;`,
      'window_7d',
      403,
    ),
    row(
      'with an escaped apostrophe',
      `API Error: 403 {"error":{"message":"You\\u0027ve reached your 5-hour usage limit.","type":"permission_error"}}`,
      'window_5h',
      403,
    ),
    row(
      'a body in a string',
      `{"is_error":true,"result":"API Error: 403 {\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"permission_error\\",\\"message\\":\\"${WEEK}\\"}}"}`,
      'window_7d',
      403,
    ),
    row(
      'a body in a string in a string',
      JSON.stringify({
        log: JSON.stringify({
          status: 429,
          body: JSON.stringify({
            error: { message: 'The engine is currently overloaded, please try again later' },
          }),
        }),
      }),
      'overloaded',
      429,
    ),
    row('with a typographic hyphen', "403 You've reached your 5‑hour usage limit.", 'window_5h', 403),
    row(
      'printed by Node',
      `APIError: 403 {\n  status: 403,\n  message: "${LIMIT}",\n  type: 'access_terminated_error'\n}`,
      'window_5h',
      403,
    ),
  ],
}
