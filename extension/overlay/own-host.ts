/** Somebody who undoes it each time, as a framework that draws its own nodes anew may, gets the last word. */
const MAX_TIMES = 200

export interface OwnHost {
  readonly host: HTMLElement
  /** Closed: no script of the page reaches what is in it. */
  readonly root: ShadowRoot
  /** The only way in which the host itself may be changed. */
  readonly change: (to: (host: HTMLElement) => void) => void
}

/**
 * An element of ours in the page, with a shadow root that keeps what we show from the page's scripts, and the styles of both
 * apart. Of the element itself the page sees name and attributes; what it does to these is undone in the next frame.
 */
export function createOwnHost(page: Document, name: string, css: string): OwnHost {
  const host = page.createElement(name)
  const root = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  let own: ReadonlyMap<string, string> = new Map()
  let times = 0
  let planned = false

  const restore = () => {
    planned = false
    for (const attribute of host.getAttributeNames()) if (!own.has(attribute)) host.removeAttribute(attribute)
    for (const [attribute, value] of own)
      if (attribute === 'style')
        host.style.cssText = value // as in morph.ts
      else if (host.getAttribute(attribute) !== value) host.setAttribute(attribute, value)
    host.replaceChildren()
    touched.takeRecords()
  }
  const touched = new MutationObserver(() => {
    if (planned || times >= MAX_TIMES || isAsWeLeftIt()) return
    times += 1
    planned = true
    requestAnimationFrame(restore)
  })
  const isAsWeLeftIt = () => {
    const names = host.getAttributeNames()
    return (
      host.firstChild === null &&
      names.length === own.size &&
      names.every((attribute) => host.getAttribute(attribute) === own.get(attribute))
    )
  }
  touched.observe(host, { attributes: true, childList: true })
  return {
    host,
    root,
    change: (to) => {
      to(host)
      own = new Map(
        host.getAttributeNames().map((attribute) => [attribute, host.getAttribute(attribute) ?? '']),
      )
    },
  }
}
