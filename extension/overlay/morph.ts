/**
 * Makes a live tree look like a wanted one, touching only what differs. So a redraw keeps the focus, a text selection and
 * the scroll place. The wanted tree is used up.
 *
 *     live    [twin] [open] [toggle]        what has gone is taken out, what is new is put in,
 *     wanted               [toggle]         what is in both stays the node it was
 */
export function morph(live: Element, wanted: Element): void {
  alignAttributes(live, wanted)
  let next: ChildNode | null = live.firstChild
  for (const node of Array.from(wanted.childNodes)) {
    const same = sameFrom(next, node)
    if (!same) {
      live.insertBefore(node, next)
      continue
    }
    for (let gone = next; gone && gone !== same; gone = next) {
      next = gone.nextSibling
      gone.remove()
    }
    next = same.nextSibling
    if (same instanceof Element && node instanceof Element) morph(same, node)
    else if (same.nodeValue !== node.nodeValue) same.nodeValue = node.nodeValue
  }
  while (next) {
    const gone: ChildNode = next
    next = gone.nextSibling
    gone.remove()
  }
}

function sameFrom(start: ChildNode | null, node: Node): ChildNode | null {
  for (let old = start; old; old = old.nextSibling) if (isSame(old, node)) return old
  return null
}

/** Two drawings of one thing: the same kind of node, and of elements the same first class. */
const isSame = (a: Node, b: Node): boolean =>
  a.nodeName === b.nodeName &&
  (!(a instanceof Element) || !(b instanceof Element) || a.classList[0] === b.classList[0])

function alignAttributes(live: Element, wanted: Element): void {
  for (const name of live.getAttributeNames())
    if (name !== 'style' && !wanted.hasAttribute(name)) live.removeAttribute(name)
  for (const { name, value } of wanted.attributes)
    if (name !== 'style' && live.getAttribute(name) !== value) live.setAttribute(name, value)
  // by way of the CSSOM, which the page's content security policy does not judge
  if (
    live instanceof HTMLElement &&
    wanted instanceof HTMLElement &&
    live.style.cssText !== wanted.style.cssText
  )
    live.style.cssText = wanted.style.cssText
}
