/** Where the browser does not tell of it, the address is looked at this often, in ms. */
const LOOK_AGAIN = 1_000

/**
 * Calls back when a single-page app may have gone to another address, which it does without touching its nodes
 * (`pushState`); never after what it returns was called.
 */
export function watchPath(page: Document, onMove: () => void): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  const navigation: unknown = page.defaultView && Reflect.get(page.defaultView, 'navigation')
  if (navigation instanceof EventTarget) navigation.addEventListener('currententrychange', onMove, { signal })
  else {
    let path = page.location.pathname
    const again = setInterval(() => {
      if (page.location.pathname === path) return
      path = page.location.pathname
      onMove()
    }, LOOK_AGAIN)
    signal.addEventListener('abort', () => clearInterval(again))
  }
  return () => stopping.abort()
}
