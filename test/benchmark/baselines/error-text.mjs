import { blocksOf, print, readCase } from '../read-case.mjs'

/** What the text says, and nothing else: each phrase means what Kimi's error reference says that it means. */
const PHRASES = [
  [/5-hour usage limit|usage limit for this period/, 'quota_5h'],
  [/weekly \(7-day\) usage limit|usage limit for this billing cycle/, 'quota_7d'],
  [/monthly usage limit/, 'quota_month'],
  [/concurrent request limit|receiving too many requests/, 'concurrency'],
  [/engine is currently overloaded|server had an error|Service Unavailable|rate limit script/, 'platform'],
  [
    /Authentication|API Key appears|membership|only available for Coding Agents|Access terminated|does not have access/,
    'account',
  ],
]

const { refusals } = readCase(process.argv[2] ?? '')
const worded = refusals.filter(({ text }) => text !== '')
print(blocksOf(worded, ({ text }) => PHRASES.find(([phrase]) => phrase.test(text))?.[1] ?? 'unknown'))
