interface Traits {
  readonly class?: string
  readonly text?: string
  readonly role?: string
  readonly href?: string
  readonly style?: string
}

/** An element with its children; text only ever as text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: classes, text, ...traits }: Traits = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (classes !== undefined) made.className = classes
  if (text !== undefined) made.textContent = text
  for (const [name, value] of Object.entries(traits)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

export function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { text })
  made.type = 'button'
  made.addEventListener('click', onClick)
  return made
}
