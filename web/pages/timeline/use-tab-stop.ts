import { useState } from 'react'

/** One tab stop for many events of a lane: the one that had the focus last, the first at first. */
export function useTabStop(keys: readonly string[]) {
  const [last, setLast] = useState<string | null>(null)
  const stop = last !== null && keys.includes(last) ? last : keys[0]
  return (key: string) => ({ tabIndex: key === stop ? 0 : -1, onFocus: () => setLast(key) })
}
