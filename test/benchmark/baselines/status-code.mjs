import { blocksOf, print, readCase } from '../read-case.mjs'

/** The status alone, by what it is commonly taken for. */
const causeOf = ({ status }) => {
  if (status === 429) return 'request_rate'
  if (status === 403) return 'quota_5h'
  return status >= 500 ? 'platform' : 'account'
}

print(blocksOf(readCase(process.argv[2] ?? '').refusals, causeOf))
