const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'it may not be read (no permission)',
  EPERM: 'it may not be read (no permission)',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a link to itself',
  ENAMETOOLONG: 'there is no such file: the name is too long',
  EMFILE: 'too many files are open',
  ERR_STRING_TOO_LONG: 'is too large to be read at once',
}

/** What the system says about a file, as a person would. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? error.message
}
