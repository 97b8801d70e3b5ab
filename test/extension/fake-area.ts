import type { StorageArea } from '../../extension/worker/stored-value.ts'

/** An area of the extension's storage that lives in memory, and answers a turn later as the real one does. */
export function fakeArea(kept: Record<string, unknown> = {}): StorageArea {
  return {
    get: async (name) => {
      await Promise.resolve()
      return structuredClone(name in kept ? { [name]: kept[name] } : {})
    },
    set: async (items) => {
      await Promise.resolve()
      Object.assign(kept, structuredClone(items))
    },
    clear: async () => {
      for (const name of Object.keys(kept)) delete kept[name]
    },
  }
}
