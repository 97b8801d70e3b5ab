import { evidenceOf } from '../../shared/store/read-evidence.ts'
import type { Store } from '../../shared/store/database/store.ts'

/** Everything that a database holds, as one text: of bytes the letters in them. */
export async function everythingIn(store: Store): Promise<string> {
  const texts: string[] = []
  const asText = (_: string, value: unknown): unknown => {
    if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
    if (!ArrayBuffer.isView(value)) return value
    return new TextDecoder('latin1').decode(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  }
  for (const table of store.tables) texts.push(JSON.stringify(await table.toArray(), asText))
  texts.push(JSON.stringify(await evidenceOf(store, 'me')))
  return texts.join('\n')
}
