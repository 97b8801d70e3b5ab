import { z } from '../../shared/parse/zod.ts'

const NAME = 'installationKey'
const BYTES = 32
const stored = z.array(z.int().min(0).max(255)).length(BYTES)

/** The key under which account ids become labels: random, made once, and kept where only the extension reads. */
export async function installationKey(area: chrome.storage.StorageArea): Promise<CryptoKey> {
  const known = stored.safeParse((await area.get(NAME))[NAME]).data
  const bytes = known ?? [...crypto.getRandomValues(new Uint8Array(BYTES))]
  if (!known) await area.set({ [NAME]: bytes })
  return crypto.subtle.importKey('raw', new Uint8Array(bytes), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
}
