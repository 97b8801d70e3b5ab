/**
 * A document before it is Markdown or HTML: blocks of runs of text. All text in it is plain; each format escapes it in
 * its own way, so a text from outside cannot become markup in any of them.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'list'; readonly items: readonly Runs[] }
  | { readonly kind: 'table'; readonly head: readonly Runs[]; readonly rows: readonly (readonly Runs[])[] }
  /** Text of several lines, shown as it is. */
  | { readonly kind: 'verbatim'; readonly text: string }

/** A stretch of text in one look. `code` is for identifiers; an empty run shows nothing. */
export interface Run {
  readonly look: 'plain' | 'strong' | 'emphasis' | 'code'
  readonly text: string
}

export type Runs = readonly Run[]

export const plain = (text: string): Runs => [{ look: 'plain', text }]
export const strong = (text: string): Runs => [{ look: 'strong', text }]
export const emphasis = (text: string): Runs => [{ look: 'emphasis', text }]
export const code = (text: string): Runs => [{ look: 'code', text }]

export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  kind: 'heading',
  level,
  runs: plain(text),
})
export const paragraph = (...runs: readonly Runs[]): Block => ({ kind: 'paragraph', runs: runs.flat() })
export const bullets = (items: readonly Runs[]): Block => ({ kind: 'list', items })
export const table = (head: readonly string[], rows: readonly (readonly Runs[])[]): Block => ({
  kind: 'table',
  head: head.map(plain),
  rows,
})
