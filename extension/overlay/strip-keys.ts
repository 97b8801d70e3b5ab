import type { StripHost } from './strip-host.ts'

export interface StripKeys {
  readonly isShown: () => boolean
  /** Closes or collapses the next thing that is open; false where nothing was. */
  readonly close: () => boolean
  readonly focus: () => void
}

/** Alt+Shift+K goes to the strip from anywhere on the page; Esc closes step by step, and then goes back. */
export function listenForKeys(
  page: Document,
  { host, root }: Pick<StripHost, 'host' | 'root'>,
  keys: StripKeys,
): void {
  let cameFrom: Element | null = null
  page.addEventListener(
    'keydown',
    (event) => {
      const isOurs =
        event.code === 'KeyK' && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey
      if (!isOurs || !keys.isShown()) return
      event.preventDefault()
      if (page.activeElement !== host) cameFrom = page.activeElement
      keys.focus()
    },
    { capture: true },
  )
  host.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation() // a dialog of the page behind it stays open
    if (keys.close()) return
    if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus()
    else root.querySelector<HTMLElement>(':focus')?.blur()
    cameFrom = null
  })
}
