/** A single-page app also moves without touching its nodes (`pushState`): look this often too. */
const LOOK_AGAIN = 1_000

/**
 * Calls back when the page may have changed: at most once a frame, before it is painted, so that what is put in place
 * then is there when the eye sees the frame.
 */
export function watchPage(page: Document, onChange: () => void): void {
  let planned = false
  const soon = () => {
    if (planned) return
    planned = true
    requestAnimationFrame(() => {
      planned = false
      onChange()
    })
  }
  const start = () => {
    new MutationObserver(soon).observe(page.body, { childList: true, subtree: true, characterData: true })
    // language and theme; not of all elements, since our own host is moved by its style
    const look = { attributes: true, attributeFilter: ['lang', 'class', 'style', 'data-theme'] }
    for (const each of [page.documentElement, page.body]) new MutationObserver(soon).observe(each, look)
    onChange()
  }
  if (page.body) start()
  else page.addEventListener('DOMContentLoaded', start, { once: true })
  page.defaultView?.addEventListener('resize', soon)
  page.addEventListener('scrollend', soon, { capture: true, passive: true })
  page.addEventListener('visibilitychange', soon)
  setInterval(() => {
    if (page.visibilityState === 'visible') onChange()
  }, LOOK_AGAIN)
}
