/** The shadow roots that were attached since this was loaded, closed ones too: a test is no script of the page. */
const roots = new WeakMap<Element, ShadowRoot>()
const { attachShadow } = Element.prototype
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init)
  roots.set(this, root)
  return root
}

/** What is shown in an element of ours; undefined where there is none. */
export const shownIn = (host: string, name: string): string | undefined => {
  const found = document.querySelector(host)
  return (found && roots.get(found)?.querySelector(name)?.textContent) ?? undefined
}
