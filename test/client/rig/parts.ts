import type { Answer, Quota } from './service-script.ts'

/** The quotas of an account that has used a part of each; what is named is as it is named. */
export const quotas = (
  five: Partial<Quota> = {},
  week: Partial<Quota> = {},
  month: Partial<Quota> = {},
): readonly Quota[] => [
  { id: '5h', length: 18_000, resetIn: 7_200, limit: 400, used: 40, text: 'quota5h403', ...five },
  { id: '7d', length: 604_800, resetIn: 266_400, limit: 4_000, used: 900, text: 'quota7d403', ...week },
  { id: 'month_total', length: 2_592_000, resetIn: 900_000, limit: 20_000, used: 5_000, ...month },
  { id: 'month_code', length: 2_592_000, resetIn: 900_000, limit: 20_000, used: 3_500 },
]

const READ = { name: 'Read', args: { path: 'CANARY-FILE.txt' } }
const LIST = { name: 'Bash', args: { command: 'ls -la', description: 'List files' } }

/** So many steps with a tool each, and a word at the end. */
export const work = (steps: number): readonly Answer[] => [
  ...Array.from({ length: steps }, (_, step) => ({
    text: `Step ${step + 1}, CANARY-ANSWER.`,
    tools: [step % 2 === 0 ? READ : LIST],
  })),
  { text: 'All done, CANARY-ANSWER.' },
]

/** Calls of so many subagents at once; each is answered by the script `sub`. */
export const agents = (count: number): NonNullable<Answer['tools']> =>
  Array.from({ length: count }, (_, index) => ({
    name: 'Agent',
    args: {
      description: `Look at part ${index + 1}`,
      prompt: `CANARY-PROMPT part ${index + 1}. RIG[sub-${index + 1}]`,
      subagent_type: 'coder',
    },
  }))
