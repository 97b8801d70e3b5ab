import { isUtf8 } from 'node:buffer'
import { crc32 } from 'node:zlib'
import type { NativeBytes } from '../../parse/stream/native-bytes.ts'

/** Node's own searching, checking and summing of bytes. */
export const NODE_BYTES: NativeBytes = {
  view: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  isUtf8,
  crc32,
}
