import { useEffect } from 'react'

export type Opened = 'palette' | 'keys'

/** Ctrl+K, or ⌘K, opens the palette from anywhere; `?` the list of keys, unless somebody is typing. */
export function usePaletteKeys(open: (what: Opened) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return
      const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      const isKeys = event.key === '?' && !event.ctrlKey && !event.metaKey && !isField(event.target)
      if (!isPalette && !isKeys) return
      event.preventDefault()
      open(isPalette ? 'palette' : 'keys')
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open])
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
