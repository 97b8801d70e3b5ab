import type { z } from '../../shared/parse/zod.ts'
import { createSerialQueue } from './serial-queue.ts'

/** The part of an area of the extension's storage that is used: fit for one that lives in memory, too. */
export interface StorageArea {
  readonly get: (name: string) => Promise<Record<string, unknown>>
  readonly set: (items: Record<string, unknown>) => Promise<void>
  readonly clear: () => Promise<void>
}

/** A value in an area of the extension's storage: what cannot be read back is as if it were not there. */
export interface StoredValue<Value> {
  readonly read: () => Promise<Value>
  /** Changes it by a pure function, one change after another; gives what it is then. */
  readonly change: (to: (known: Value) => Value) => Promise<Value>
}

export function storedValue<Value>(
  area: StorageArea,
  name: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): StoredValue<Value> {
  const read = async () => {
    const kept = schema.safeParse((await area.get(name))[name])
    return kept.success ? kept.data : fallback
  }
  return {
    read,
    change: (to) =>
      turnOf(
        area,
        name,
      )(async () => {
        const known = await read()
        const next = to(known)
        if (next !== known) await area.set({ [name]: next })
        return next
      }),
  }
}

const turns = new WeakMap<StorageArea, Map<string, ReturnType<typeof createSerialQueue>>>()

/** Whoever changes a value of that name waits for the others, wherever they got it from. */
function turnOf(area: StorageArea, name: string) {
  const ofArea = turns.get(area) ?? new Map<string, ReturnType<typeof createSerialQueue>>()
  turns.set(area, ofArea)
  const turn = ofArea.get(name) ?? createSerialQueue()
  ofArea.set(name, turn)
  return turn
}
