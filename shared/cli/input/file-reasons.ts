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

const WRITE_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'what it lies on can only be read',
  EISDIR: 'is a folder, not a file',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left for you on the disk',
}

/** Why a file could not be written. */
export function writeReasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return WRITE_REASONS[code] ?? reasonOf(error)
}

/** What the system says about a file, as a person would. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? error.message
}
