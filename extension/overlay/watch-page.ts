import { watchPath } from '../page/watch-path.ts'

/**
 * Calls back when the page may have changed: at most once a frame, before it is painted, so that what is put in place
 * then is there when the eye sees the frame. Never before there is a body, and never after what it returns was called.
 * Only a watched page is observed; of any other only that the address changed is noticed.
 */
export function watchPage(page: Document, isWatched: () => boolean, onChange: () => void): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  let planned = false
  const soon = () => {
    if (planned || signal.aborted || !isWatched()) return
    planned = true
    requestAnimationFrame(() => {
      planned = false
      // a document that is written anew has no body for a while, and then another one
      if (signal.aborted || !page.body) return
      if (observing && dressed !== page.body) observeDress()
      onChange()
    })
  }
  const nodes = new MutationObserver(soon)
  const dress = new MutationObserver(soon)
  let observing = false
  let dressed: HTMLElement | null = null
  const look = () => {
    if (isWatched() !== observing) {
      observing = !observing
      if (observing) observe()
      else disconnect()
    }
    onChange()
  }
  const observe = () => {
    // of the document, which stays when all in it is replaced
    nodes.observe(page, { childList: true, subtree: true, characterData: true })
    observeDress()
  }
  /** Language and theme; not of all elements, since our own host is moved by its style. */
  const observeDress = () => {
    dress.disconnect()
    dressed = page.body
    const attributeFilter = ['lang', 'class', 'style', 'data-theme']
    for (const each of [page.documentElement, page.body]) dress.observe(each, { attributeFilter })
  }
  const disconnect = () => {
    nodes.disconnect()
    dress.disconnect()
  }
  const start = () => {
    const { defaultView: view } = page
    view?.addEventListener('resize', soon, { signal })
    view?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal })
    page.addEventListener('scrollend', soon, { capture: true, passive: true, signal })
    page.addEventListener('visibilitychange', soon, { signal })
    const leave = watchPath(page, look)
    signal.addEventListener('abort', leave)
    look()
  }
  if (page.body) start()
  else page.addEventListener('DOMContentLoaded', start, { once: true, signal })
  return () => {
    stopping.abort()
    disconnect()
  }
}
