/**
 * The text of a file. UTF-8, or UTF-16 where a byte order mark says so: `>` in PowerShell writes that. Null when the
 * bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\u0000') ? null : text
  } catch (error) {
    if (error instanceof TypeError) return null // fatal: the bytes are not valid in that encoding
    throw error
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
