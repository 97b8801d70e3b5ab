import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { NativeBytes } from '../../parse/stream/native-bytes.ts'

/** Node's own searching, checking and summing of bytes. */
export const NODE_BYTES: NativeBytes = {
  view: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  isUtf8,
  crc32,
}

/** The SHA-256 of a text in UTF-8, as 64 hex digits. */
export const nodeSha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
