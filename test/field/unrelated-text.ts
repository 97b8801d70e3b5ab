import { randomFrom, type Random } from '../simulator/random.ts'

/** Kinds of public text that have nothing to do with anybody's limits at Kimi, although some speak of limits, and some of Kimi. */

type Kind = (random: Random) => string

const NAMES = ['parser', 'router', 'cache', 'worker', 'queue', 'session', 'index', 'client'] as const
const version = (random: Random) => `${random.whole(0, 4)}.${random.whole(0, 30)}.${random.whole(0, 9)}`
const two = (value: number) => String(value).padStart(2, '0')
const date = (random: Random) => `2026-${two(random.whole(1, 11))}-${two(random.whole(1, 28))}`
const clock = (random: Random) =>
  `${two(random.whole(0, 23))}:${two(random.whole(0, 59))}:${two(random.whole(0, 59))}`
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

/** Messages as they stand in code and documentation: there they are examples. */
const MESSAGES = [
  "You've reached your 5-hour usage limit. Your quota will reset when the current 5-hour window ends.",
  "You've reached your weekly (7-day) usage limit.",
  "You've reached your usage limit for this billing cycle.",
  "You've reached your concurrent request limit.",
  "We're receiving too many requests at the moment. Please wait a moment and try again.",
  'The engine is currently overloaded, please try again later',
] as const

const changelog: Kind = (random) => `# Changelog

## ${version(random)} (${date(random)})

### Features

${lines(random.whole(2, 6), () => `- **${random.pick(NAMES)}:** show what is left of the quota, and retry on 429 with a limit of ${random.whole(2, 9)} tries (#${random.whole(100, 4000)})`)}

### Bug Fixes

${lines(random.whole(2, 6), () => `- ${random.pick(NAMES)}: no longer fail with 403 when the usage page is empty, closes #${random.whole(100, 4000)}`)}
- honour the weekly limit of 5h windows in the ${random.pick(NAMES)}
`

const openAi: Kind = (random) => `
openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-5 in organization org-${random.whole(100, 999)} on tokens per min (TPM): Limit 30000, Used ${random.whole(20_000, 30_000)}, Requested 2048. Please try again in ${random.whole(1, 9)}s. Visit https://platform.openai.com/account/rate-limits to learn more.', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}

{"error":{"message":"You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}

openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-****. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}
`

const anthropic: Kind = (random) => `
API Error: 429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization's rate limit of ${random.whole(10, 90)},000 input tokens per minute. For details, refer to: https://docs.anthropic.com/en/api/rate-limits."},"request_id":"req_${random.whole(1000, 9999)}"}

API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_${random.whole(1000, 9999)}"}

API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}

Claude usage limit reached. Your limit will reset at ${random.whole(1, 12)}pm.
5-hour limit reached ∙ resets ${random.whole(1, 12)}am
`

/** What the clients of other services draw of their own windows. */
const otherPanels: Kind = (random) => `
│  5h limit:       [███████████████████░] ${random.whole(10, 99)}% left (resets ${random.whole(0, 23)}:37)           │
│  Weekly limit:   [█████████████████░░░] ${random.whole(10, 99)}% left (resets 21:13 on ${random.whole(1, 28)} Mar)  │

 Current week (all models)
 ███████████▌                                       ${random.whole(10, 99)}% used
 Resets Dec ${random.whole(1, 28)}, 9am (Europe/Berlin)
`

const google: Kind = (random) => `
{
  "error": {
    "code": 429,
    "message": "Resource has been exhausted (e.g. check quota).",
    "status": "RESOURCE_EXHAUSTED",
    "details": [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "${random.whole(1, 59)}s"}]
  }
}
google.api_core.exceptions.ResourceExhausted: 429 Quota exceeded for quota metric 'Generate Content API requests per minute'
{"error":{"code":503,"message":"The model is overloaded. Please try again later.","status":"UNAVAILABLE"}}
`

const aws: Kind = (random) => `
botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the InvokeModel operation (reached max retries: ${random.whole(2, 6)}): Too many requests, please wait before trying again.
An error occurred (TooManyRequestsException) when calling the GetCostAndUsage operation: Rate exceeded
<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error><RequestId>${random.whole(1000, 9999)}</RequestId></ErrorResponse>
`

const gitHub: Kind = (random) => `
HTTP/2 403
date: Thu, 0${random.whole(1, 9)} Oct 2026 11:35:10 GMT
content-type: application/json
x-ratelimit-limit: 60
x-ratelimit-remaining: 0
x-ratelimit-reset: 17${random.whole(10_000_000, 99_999_999)}

{"message":"API rate limit exceeded for 203.0.113.${random.whole(1, 250)}. (But here's the good news: Authenticated requests get a higher rate limit.)","documentation_url":"https://docs.github.com/rest/overview/rate-limits-for-the-rest-api"}

{"resources":{"core":{"limit":5000,"used":${random.whole(1, 4999)},"remaining":4999,"reset":1791000000},"search":{"limit":30,"remaining":18,"reset":1791000000}},"rate":{"limit":5000,"remaining":4999,"reset":1791000000}}
`

const typeScript: Kind = (random) => `import { describe, expect, it } from 'vitest'

const MESSAGE = "${random.pick(MESSAGES)}"
const LIMITS = [
  "${random.pick(MESSAGES)}",
  "${random.pick(MESSAGES)}",
]

export function classify(text: string): string {
  if (text.includes("${random.pick(MESSAGES)}")) return 'window'
  if (text === "${random.pick(MESSAGES)}") {
    throw new Error("${random.pick(MESSAGES)}")
  }
  // "${random.pick(MESSAGES)}" is not final
  return text.startsWith('x') ? 'other' : "${random.pick(MESSAGES)}";
}

it('retries', async () => {
  mock(429, { error: { message: "${random.pick(MESSAGES)}", type: 'rate_limit_reached_error' } });
  expect(classify("${random.pick(MESSAGES)}")).toBe('window');
})
`

const python: Kind = (random) => `import pytest

QUOTA_TEXT = "${random.pick(MESSAGES)}"

KNOWN = {
    "${random.pick(MESSAGES)}": "window_5h",
    "${random.pick(MESSAGES)}": "other",
}


def is_quota(error: APIStatusError) -> bool:
    if "${random.pick(MESSAGES)}" in str(error):
        return True
    raise RuntimeError("${random.pick(MESSAGES)}")


@pytest.mark.parametrize("text", [
    "${random.pick(MESSAGES)}",
    "${random.pick(MESSAGES)}",
])
def test_${random.pick(NAMES)}(text):
    assert is_quota(fake("${random.pick(MESSAGES)}"))
`

const go: Kind = (random) => `package ${random.pick(NAMES)}

var errQuota = errors.New("${random.pick(MESSAGES)}")

const overloaded = "${random.pick(MESSAGES)}"

func isQuota(err error) bool {
	if strings.Contains(err.Error(), "${random.pick(MESSAGES)}") {
		return true
	}
	switch err.Error() {
	case "${random.pick(MESSAGES)}":
		return true
	}
	return false
}
`

const rust: Kind = (random) => `#[test]
fn reads_${random.pick(NAMES)}() {
    let body = r#"{"error":{"message":"${random.pick(MESSAGES)}","type":"access_terminated_error"}}"#;
    assert_eq!(classify("${random.pick(MESSAGES)}"), Class::Window);
    match text {
        "${random.pick(MESSAGES)}" => Class::Other,
        _ => panic!("${random.pick(MESSAGES)}"),
    }
}
`

const difference: Kind = (random) => `diff --git a/src/${random.pick(NAMES)}.ts b/src/${random.pick(NAMES)}.ts
index 1a2b3c4..5d6e7f8 100644
--- a/src/errors.ts
+++ b/src/errors.ts
@@ -${random.whole(1, 99)},6 +${random.whole(1, 99)},7 @@ export const TEXTS = [
-  "${random.pick(MESSAGES)}",
+  "${random.pick(MESSAGES)}",
+  const text = "${random.pick(MESSAGES)}";
`

const licence: Kind = (random) => `MIT License

Copyright (c) ${random.whole(2015, 2026)} The authors of ${random.pick(NAMES)}

Permission is hereby granted to any person who obtains a copy of this software to deal in it without limit, which
includes the rights to use, copy, change and hand it on, as long as this notice is kept with all copies of it.

THE SOFTWARE COMES AS IT IS, WITHOUT WARRANTY OF ANY KIND. IN NO EVENT ARE ITS AUTHORS LIABLE FOR ANY CLAIM OR DAMAGE,
WHETHER OR NOT A LIMIT OF USE WAS REACHED.
`

const csv: Kind = (random) => `date,service,status,used,limit,message
${lines(random.whole(4, 20), () => `${date(random)} ${clock(random)},${random.pick(NAMES)},${random.pick(['Success', 'Failed', '200', '429'])},${random.whole(0, 100)},100,"rate limit, see ${random.pick(NAMES)}"`)}
`

const config: Kind = (random) => `{
  "name": "${random.pick(NAMES)}",
  "version": "${version(random)}",
  "usage": "${random.pick(NAMES)} [options]",
  "limits": { "cpu": "${random.whole(1, 8)}", "memory": "${random.whole(1, 64)}Gi" },
  "requests": { "cpu": "1", "memory": "2Gi" },
  "retry": { "status": [429, 503], "limit": ${random.whole(1, 9)}, "remaining": null },
  "error": { "format": "json", "type": "text", "message": null },
  "models": ["kimi-k2", "gpt-5"]
}
`

const nginx: Kind = (
  random,
) => `${lines(random.whole(5, 20), () => `203.0.113.${random.whole(1, 250)} - - [0${random.whole(1, 9)}/Oct/2026:${clock(random)} +0000] "GET /${random.pick(NAMES)} HTTP/1.1" ${random.pick(['200', '403', '429', '502'])} ${random.whole(100, 9000)} "-" "curl/8.5.0"`)}
`

const otherLog: Kind = (
  random,
) => `${lines(random.whole(5, 20), () => `${date(random)} ${clock(random)},${random.whole(100, 999)} ${random.pick(['INFO', 'WARNING', 'ERROR'])} ${random.pick(NAMES)}: ${random.pick(['429 Too Many Requests from upstream', 'request failed with status code 503', 'usage limit of the pool is 80% used', 'retrying in 5 seconds (attempt 2/5)', 'Invalid Authentication header in request'])}`)}
${date(random)}T${clock(random)}.000Z INFO  server started  port=8080
${date(random)}T${clock(random)}.120Z WARN  request failed  status=429 url=https://api.example.com/v1/${random.pick(NAMES)} error="Too Many Requests"
`

const syslog: Kind = (
  random,
) => `${lines(random.whole(4, 12), () => `Oct  ${random.whole(1, 9)} ${clock(random)} host ${random.pick(NAMES)}[${random.whole(100, 9999)}]: Connection refused, will retry; 5h uptime, 7d 40% used`)}
`

const documentation: Kind = (random) => `## Error codes

| Status | Type | Message | What to do |
|---|---|---|---|
| 403 | access_terminated_error | ${random.pick(MESSAGES)} | Wait until the window ends |
| 403 | permission_error | ${random.pick(MESSAGES)} | Buy extra usage |
| 429 | rate_limit_reached_error | ${random.pick(MESSAGES)} | Wait a moment |

If you see "${random.pick(MESSAGES)}", fewer requests at once will help.
"${random.pick(MESSAGES)}" means that the window is used up.
如果遇到“${random.pick(MESSAGES)}”，请稍后再试。

**Example response:**

\`\`\`json
{"error":{"message":"${random.pick(MESSAGES)}","type":"rate_limit_reached_error"}}
\`\`\`
`

const readme: Kind = (random) => `# ${random.pick(NAMES)}

Shows how much of your plan is used. The panel says 40% used, resets in 2h, for instance.

\`\`\`console
$ npm install -g ${random.pick(NAMES)}
$ ${random.pick(NAMES)} --limit ${random.whole(1, 99)}
\`\`\`

- Weekly limit and 5h limit side by side
- Login Device and API keys, with Success or Failed
- works with KimiCLI/${version(random)} and others
`

export const UNRELATED: Readonly<Record<string, Kind>> = {
  changelog,
  openAi,
  anthropic,
  otherPanels,
  google,
  aws,
  gitHub,
  typeScript,
  python,
  go,
  rust,
  difference,
  licence,
  csv,
  config,
  nginx,
  otherLog,
  syslog,
  documentation,
  readme,
}

/** Text of all these kinds in any order, at least as long as asked for. */
export function unrelatedText(seed: number, length: number, without: readonly string[] = []): string {
  const random = randomFrom(seed, 'unrelated text')
  const kinds = Object.entries(UNRELATED).flatMap(([name, kind]) => (without.includes(name) ? [] : [kind]))
  const parts: string[] = []
  for (let sum = 0; sum < length;) {
    const part = kinds[random.whole(0, kinds.length - 1)]?.(random) ?? ''
    parts.push(part)
    sum += part.length + 1
  }
  return parts.join('\n')
}
