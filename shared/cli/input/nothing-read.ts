import type { InputArgument } from '../report-arguments.ts'

interface Tried {
  readonly inputs: readonly InputArgument[]
  readonly files: readonly string[]
  readonly isOwn: boolean
}

const KNOWN =
  'logs of Kimi clients, /usages bodies, the usage history, the /usage panel, error texts and bundles of Quotascope are. ' +
  'A status alone, such as 429, does not say which limit it was: add the text of the error, or the log of that time (~/.kimi-code/logs)'
const NAMED_AT_MOST = 3

/** One line that says what was tried, and what would help. */
export function nothingRead({ inputs, files, isOwn }: Tried): string {
  if (isOwn && inputs.length === 0)
    return (
      'no logs of a Kimi client were found on this machine (~/.kimi-code, ~/.kimi): ' +
      'name a file or folder, or paste what you have into `quotascope report -`'
    )
  const names = inputs.map(({ file }) => (file === '-' ? 'standard input' : file))
  const shown = names.slice(0, NAMED_AT_MOST).join(', ')
  const more = names.length > NAMED_AT_MOST ? ` and ${names.length - NAMED_AT_MOST} more` : ''
  const count = files.length === names.length ? '' : ` (${files.length} files)`
  return `nothing was recognised in ${shown}${more}${count}: ${KNOWN}`
}
