/** A single-page app also moves without touching its nodes (`pushState`): look this often too. */
const LOOK_AGAIN = 1_000

/**
 * Calls back when the page may have changed: at most once a frame, before it is painted, so that what is put in place
 * then is there when the eye sees the frame. Never before there is a body, and never after what it returns was called.
 */
export function watchPage(page: Document, onChange: () => void): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  const observers: MutationObserver[] = []
  let planned = false
  const soon = () => {
    if (planned || signal.aborted) return
    planned = true
    requestAnimationFrame(() => {
      planned = false
      if (!signal.aborted) onChange()
    })
  }
  const observe = (node: Node, what: MutationObserverInit) => {
    const observer = new MutationObserver(soon)
    observer.observe(node, what)
    observers.push(observer)
  }
  const start = () => {
    observe(page.body, { childList: true, subtree: true, characterData: true })
    // language and theme; not of all elements, since our own host is moved by its style
    const look = { attributes: true, attributeFilter: ['lang', 'class', 'style', 'data-theme'] }
    for (const each of [page.documentElement, page.body]) observe(each, look)
    page.defaultView?.addEventListener('resize', soon, { signal })
    page.addEventListener('scrollend', soon, { capture: true, passive: true, signal })
    page.addEventListener('visibilitychange', soon, { signal })
    const again = setInterval(() => {
      if (page.visibilityState === 'visible') onChange()
    }, LOOK_AGAIN)
    signal.addEventListener('abort', () => clearInterval(again))
    onChange()
  }
  if (page.body) start()
  else page.addEventListener('DOMContentLoaded', start, { once: true, signal })
  return () => {
    stopping.abort()
    for (const observer of observers) observer.disconnect()
  }
}
