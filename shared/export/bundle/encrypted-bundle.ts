import { z } from '../../parse/zod.ts'
import { MAX_CHARACTERS } from './limits.ts'

/**
 * A bundle under a passphrase: one line of JSON that says how it was encrypted, then the bundle, packed and encrypted with
 * AES-256-GCM. The line is authenticated with it, so that nobody can weaken it unseen.
 */
const ENCRYPTED_NAME = 'quotascope/encrypted-bundle'
const ENCRYPTED_SCHEMA = `${ENCRYPTED_NAME}@1`

/** PBKDF2 with SHA-256: the number that OWASP's Password Storage Cheat Sheet asks for. */
const ITERATIONS = 600_000
/** Fewer would be a file that somebody has weakened; more would keep a browser busy for minutes. */
const LEAST_ITERATIONS = 100_000
const MAX_ITERATIONS = 10_000_000
/** In bytes: what NIST SP 800-132 asks of a salt, and SP 800-38D of the nonce of GCM. */
const SALT = 16
const NONCE = 12
/** The line is about 250 bytes long. */
const LONGEST_HEADER = 1_000

const bytes = (length: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9+/]{0,64}={0,2}$/)
    .transform(fromBase64)
    .refine((read) => read.length === length)

const headerSchema = z.strictObject({
  schema: z.literal(ENCRYPTED_SCHEMA),
  kdf: z.strictObject({
    name: z.literal('PBKDF2'),
    hash: z.literal('SHA-256'),
    iterations: z.int().min(LEAST_ITERATIONS).max(MAX_ITERATIONS),
    salt: bytes(SALT),
  }),
  cipher: z.strictObject({ name: z.literal('AES-GCM'), nonce: bytes(NONCE) }),
  packed: z.literal('gzip'),
})
type Header = z.infer<typeof headerSchema>

/** Why an encrypted bundle was not opened. Whether the passphrase or the file is wrong, the cipher cannot tell. */
export const NOT_OPENED = {
  wrong: 'the passphrase is wrong, or the file was changed',
  header: 'it is of another version, or its first line is damaged',
  tooLarge: 'it is larger than any bundle',
} as const
export type NotOpened = keyof typeof NOT_OPENED

export type OpenedBundle =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: NotOpened }

/** Whether these first bytes of a file are those of an encrypted bundle, of whatever version. */
export const looksEncrypted = (head: Uint8Array): boolean =>
  new TextDecoder().decode(head.subarray(0, 100)).startsWith(`{"schema":"${ENCRYPTED_NAME}@`)

/** Encrypts a bundle under a passphrase. Each time other bytes: salt and nonce are drawn anew. */
export async function encryptBundle(bundle: Blob, passphrase: string): Promise<Blob> {
  const kdf = { iterations: ITERATIONS, salt: crypto.getRandomValues(new Uint8Array(SALT)) }
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE))
  const line = `${JSON.stringify({
    schema: ENCRYPTED_SCHEMA,
    kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations: kdf.iterations, salt: toBase64(kdf.salt) },
    cipher: { name: 'AES-GCM', nonce: toBase64(nonce) },
    packed: 'gzip',
  })}\n`
  const packed = await new Response(bundle.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
  const key = await keyOf(passphrase, kdf, 'encrypt')
  const additionalData = new TextEncoder().encode(line)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, packed)
  return new Blob([line, sealed], { type: 'application/octet-stream' })
}

/** The text of the bundle in a file that `encryptBundle` made, or why there is none; never throws on content. */
export async function decryptBundle(
  file: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<OpenedBundle> {
  const end = file.subarray(0, LONGEST_HEADER).indexOf('\n'.charCodeAt(0)) + 1
  const header = headerIn(new TextDecoder().decode(file.subarray(0, end)))
  if (!header) return { ok: false, why: 'header' }
  const key = await keyOf(passphrase, header.kdf, 'decrypt')
  const packed = await crypto.subtle
    .decrypt(
      { name: 'AES-GCM', iv: header.cipher.nonce, additionalData: file.subarray(0, end) },
      key,
      file.subarray(end),
    )
    .catch(() => null)
  return packed ? unpack(packed) : { ok: false, why: 'wrong' }
}

function headerIn(line: string): Header | null {
  try {
    return headerSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/** How a passphrase was typed on one keyboard must not matter on another: accents are composed (NFKC). */
async function keyOf(
  passphrase: string,
  { iterations, salt }: { readonly iterations: number; readonly salt: Uint8Array<ArrayBuffer> },
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const derived = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt }
  return crypto.subtle.deriveKey(derived, material, { name: 'AES-GCM', length: 256 }, false, [use])
}

/** What was sealed under the passphrase is ours; a bundle larger than any that is read is given up as it unpacks. */
async function unpack(packed: ArrayBuffer): Promise<OpenedBundle> {
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream())
    .getReader()
  const texts: string[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > MAX_CHARACTERS) {
        await reader.cancel()
        return { ok: false, why: 'tooLarge' }
      }
      texts.push(next.value)
    }
  } catch {
    return { ok: false, why: 'wrong' }
  }
  return { ok: true, text: texts.join('') }
}

const toBase64 = (raw: Uint8Array): string => btoa(String.fromCharCode(...raw))

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
