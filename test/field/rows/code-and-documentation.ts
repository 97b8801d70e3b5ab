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
  ],
}
