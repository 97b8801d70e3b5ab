import type { FieldKind, Right } from '../field-row.ts'

const LIMIT = "You've reached your 5-hour usage limit."
const BUSY = "We're receiving too many requests at the moment. Please wait a moment and try again."
const AN_EXAMPLE: Right = { errors: [], readings: [], examples: { errors: 1 }, incidents: [] }

export const field: FieldKind = {
  kind: 'a message in source code or documentation',
  rows: [
    { name: 'a constant', text: `export const QUOTA_TEXT = "${LIMIT}"\n`, right: AN_EXAMPLE },
    {
      name: 'a condition of a program',
      text: `  if (message.includes("${LIMIT}")) {\n    return 'quota'\n  }\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'a condition of a program in Python',
      text: `        if "${BUSY}" in str(error):\n            time.sleep(delay)\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'a branch of a program in Go',
      text: `\tswitch err.Error() {\n\tcase "${LIMIT}":\n\t\treturn true\n\t}\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'a test',
      text: `it('names the window', () => {\n  expect(classify(403, "${LIMIT}")).toBe('window_5h');\n})\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'a list',
      text: `const TEXTS = [\n  "${LIMIT}",\n  "Something else that a service says.",\n]\n`,
      right: AN_EXAMPLE,
    },
    { name: 'a comment', text: `// "${LIMIT}" is said of the 5 h window only\n`, right: AN_EXAMPLE },
    {
      name: 'a change in a pull request',
      text: `@@ -10,4 +10,5 @@ function retry() {\n+  const BUSY = "${BUSY}"\n   return BUSY\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'a table',
      text: `| Status | Message | What to do |\n|---|---|---|\n| 403 | ${LIMIT} | Wait until the window ends |\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'a section on errors',
      text: `## Error reference\n\n- \`403\` ${LIMIT}\n\n## Installing\n\nnpm install\n`,
      right: AN_EXAMPLE,
    },
    { name: 'what is said of a case', text: `If you see "${BUSY}", run fewer agents.\n`, right: AN_EXAMPLE },
    {
      name: 'what a message means',
      text: `"${LIMIT}" means that the window is used up.\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'what is said of a case, in Chinese',
      text: `如果遇到“${LIMIT}”，请等待窗口重置后再试。\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'what a message means, in Chinese',
      text: `“${BUSY}”表示短时间内请求过多。\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'a body in a program',
      text: `const BODY = {"usage":{"limit":"100","used":"100","remaining":"0","resetTime":"2026-12-02T09:20:45Z"}}\n`,
      right: { readings: [], examples: { readings: 1 }, incidents: [] },
    },
    {
      name: 'an error that a program has printed is none of it',
      text: `{\n  status: 403,\n  message: "${LIMIT}",\n  type: 'access_terminated_error',\n}\n`,
      right: { errors: [{ class: 'window_5h' }], examples: { errors: 0 }, incidents: [] },
    },
    {
      name: "a case of one's own is none of it",
      text: `When I start four agents, the client says "${BUSY}".\n`,
      right: { errors: [{ class: 'rate_or_concurrency' }], examples: { errors: 0 }, incidents: [] },
    },
    {
      name: 'a reference, whose table has no outer bars',
      text: `Words in the error | HTTP status | Section |\n|---|---|---|\nInvalid Authentication | 401 | Sign-in |\nunable to verify your membership benefits | 402 | Membership |\nThe engine is currently overloaded | 429 | Limits |\nYou've reached your usage limit for this period | 429 | Limits |\ntotal message size N exceeds limit 2097152 | 400 | Format |\nWe're receiving too many requests | 429 | Limits |\n`,
      right: { errors: [], readings: [], examples: { errors: 3 }, incidents: [] },
    },
    {
      name: 'a reference, copied from its page without its table',
      text: `看到的报错关键词HTTP 状态码跳转章节\nThe API Key appears to be invalid or may have expired401认证错误\nKimi For Coding is currently only available for Coding Agents403权限错误\nThe engine is currently overloaded429限流与配额\nWe're receiving too many requests429限流与配额\n`,
      right: { errors: [], readings: [], examples: { errors: 4 }, incidents: [] },
    },
    {
      name: 'a few tries one below the other are no reference',
      text: `429 ${BUSY}\n429 ${BUSY}\n403 ${LIMIT}\n429 The engine is currently overloaded, please try again later\n`,
      right: { examples: { errors: 0 } },
    },
    {
      name: 'a form that asks for the error is no documentation',
      text: `It stops every day, always in the afternoon.\n\n## Error Message\n\n\`\`\`\nError: 429 {"error":{"type":"rate_limit_error","message":"${BUSY}"},"type":"error"}\n\`\`\`\n\n## Environment\n\n- **OS:** Windows 11\n`,
      right: { errors: [{ status: 429, class: 'rate_or_concurrency' }], examples: { errors: 0 } },
    },
    {
      name: 'a form that asks for the error, in Chinese',
      text: `### 错误信息\n\n403 ${LIMIT}\n\n### 复现步骤\n\n正常对话\n`,
      right: { errors: [{ status: 403, class: 'window_5h' }], examples: { errors: 0 } },
    },
    {
      name: 'what somebody will see, in a wrapped paragraph of terms',
      text: `Accounts that are shared between people may be limited. You'll then see a\nYou've reached your concurrent request limit error\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'what somebody did see, in a wrapped paragraph',
      text: `Then all agents stopped at the same time and printed a\nYou've reached your concurrent request limit error\n`,
      right: { errors: [{ class: 'concurrency' }], examples: { errors: 0 } },
    },
    {
      name: 'a declaration in Go',
      text: `\tbody := \`{"error":{"message":"${LIMIT}","type":"access_terminated_error"}}\`\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'a row of a table of cases in Go',
      text: `\t\t{"monthly cap", Result{Status: 200, Body: "${LIMIT}"}, StateCap},\n`,
      right: AN_EXAMPLE,
    },
    {
      name: 'an argument on a line of its own',
      text: `            classify(\n                StatusCode::TOO_MANY_REQUESTS,\n                "${LIMIT}",\n                None,\n            ),\n`,
      right: AN_EXAMPLE,
    },
  ],
}
