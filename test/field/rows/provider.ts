import type { FieldKind } from '../field-row.ts'

const LIMIT = `"403 You've reached your 5-hour usage limit."`
const REFUSED = {
  calls: 1,
  errors: [{ at: '2026-10-01T10:00:01.500Z', status: 403, class: 'window_5h' }],
  incidents: [{ from: '2026-10-01T10:00:01.500Z', leading: 'quota_5h' }],
} as const
const NOTHING = { records: 0, calls: 0, errors: [], incidents: [], exit: 1 } as const

/** A request that is refused, after a line that says how the client is set up. */
const refused = (
  config: string,
  model: string,
) => `2026-10-01T10:00:00.000Z INFO  llm config  turnStep=0.1 ${config}
2026-10-01T10:00:01.000Z INFO  llm request  turnStep=0.1
2026-10-01T10:00:01.500Z WARN  llm request failed  turnStep=0.1 model=${model} errorName=APIStatusError errorMessage=${LIMIT} statusCode=403
`

const SWITCHED = `2026-10-01T10:00:00.000Z INFO  llm config  turnStep=0.1 provider=openai model=gpt-5 modelAlias=work/gpt-5
2026-10-01T10:00:00.100Z INFO  llm request  turnStep=0.1
2026-10-01T10:00:00.900Z WARN  llm request failed  turnStep=0.1 model=work/gpt-5 errorMessage="429 Rate limit reached for gpt-5" statusCode=429
2026-10-01T10:00:01.000Z INFO  llm config  turnStep=1.1 provider=openai model=k3 modelAlias=kimi-code/k3
2026-10-01T10:00:01.100Z INFO  llm request  turnStep=1.1
2026-10-01T10:00:01.500Z WARN  llm request failed  turnStep=1.1 model=kimi-code/k3 errorMessage=${LIMIT} statusCode=403
`

export const field: FieldKind = {
  kind: 'a log that says whose model it calls',
  rows: [
    { name: "another provider's model, with a stack between", file: 'foreign-provider.log', right: NOTHING },
    {
      name: "Kimi's over the protocol of another provider",
      text: refused(
        'provider=openai model=kimi-for-coding modelAlias=kimi-code/kimi-for-coding',
        'kimi-code/kimi-for-coding',
      ),
      right: REFUSED,
    },
    {
      name: "Kimi's under an alias of somebody's own",
      text: refused('provider=anthropic model=kimi-for-coding modelAlias=work/main', 'work/main'),
      right: REFUSED,
    },
    {
      name: "another provider's under an alias that sounds like Kimi's",
      text: refused('provider=anthropic model=claude-opus modelAlias=kimi/big', 'kimi/big'),
      right: NOTHING,
    },
    {
      name: 'a model that nobody knows, under an alias that says nothing',
      text: refused('provider=openai model=house-model-2 modelAlias=work/house', 'work/house'),
      right: NOTHING,
    },
    { name: "first another's, then Kimi's", text: SWITCHED, right: REFUSED },
    {
      name: 'nothing is said of it at all',
      text: refused('thinkingEffort=high', 'kimi-for-coding'),
      right: REFUSED,
    },
  ],
}
