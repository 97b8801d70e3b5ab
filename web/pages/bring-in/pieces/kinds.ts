/** The kinds of evidence that an input is said to have given, rejects aside. */
export const KINDS = ['records', 'snapshots', 'errors', 'calls', 'costs', 'devices', 'marks'] as const
