import { useCallback, useEffect, useRef, useState } from 'react'

/** Long enough to be read; then it is out of the way for good. */
const SHOWN = 4_000

/** Something that is shown for a moment the first time that it is asked for, and never again while the page is open. */
export function useSaidOnce(): readonly [shown: boolean, say: () => void] {
  const [shown, setShown] = useState(false)
  const said = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const say = useCallback(() => {
    if (said.current) return
    said.current = true
    setShown(true)
    timer.current = setTimeout(() => setShown(false), SHOWN)
  }, [])
  return [shown, say]
}
