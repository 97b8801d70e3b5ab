/** What the reader of a page would see as one line, and on which line of the source (from 0) it began. */
export interface HtmlLine {
  readonly text: string
  readonly at: number
}

const CLOSING_TAG = /<\/(?:table|tr|td|th|div|p|li|pre|code|span|section|body|html|h[1-6])\s*>/i

/** Whether a text is HTML or holds copied HTML. Placeholders such as `<id>` do not make it so. */
export const looksLikeHtml = (text: string): boolean => text.includes('</') && CLOSING_TAG.test(text)

// Only names that HTML has: `<your-key>` in prose stays as it is. Attributes may hold `>` in quotes; their length has a
// limit, since a tag that is never closed would be looked through to the end of the text.
const TAG =
  /<(\/?)(table|thead|tbody|tfoot|tr|td|th|div|p|ul|ol|li|pre|code|span|br|hr|a|b|i|em|strong|section|article|header|footer|main|nav|body|html|head|title|meta|link|img|svg|path|g|h[1-6]|blockquote|button|label|input|time|small|script|style|template|colgroup|col|caption)\b(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'>]){0,400}>/gi
const BREAKS = /^(?:table|thead|tbody|tfoot|tr|div|p|ul|ol|li|pre|br|hr|section|article|h[1-6]|blockquote)$/i
const CELL = /^t[dh]$/i
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi

/**
 * Turns HTML into the lines that its reader sees. A table row becomes one line with tabs between its cells, wherever its
 * source breaks; text outside of tables breaks where the source does. No DOM, since this runs in workers as well.
 */
export function htmlLines(source: readonly string[]): HtmlLine[] {
  const html = source.join('\n').replace(UNSEEN, keepBreaks)
  const writer = new LineWriter()
  let end = 0
  for (const tag of html.matchAll(TAG)) {
    writer.text(html.slice(end, tag.index))
    writer.tag(tag[1] === '/', tag[2] ?? '', tag[0])
    end = tag.index + tag[0].length
  }
  writer.text(html.slice(end))
  return writer.finish()
}

const keepBreaks = (text: string) => text.replace(/[^\n]+/g, '')

class LineWriter {
  private readonly lines: HtmlLine[] = []
  private pending = ''
  private at = 0
  private line = 0
  private inRow = false
  private cells = 0

  text(html: string): void {
    for (const [index, part] of html.split('\n').entries()) {
      if (index > 0) this.newline()
      this.add(decodeEntities(part))
    }
  }

  tag(closing: boolean, name: string, source: string): void {
    if (/^tr$/i.test(name)) {
      this.flush()
      this.inRow = !closing
      this.cells = 0
    } else if (CELL.test(name) && this.inRow) {
      if (!closing && this.cells++ > 0) this.pending = `${this.pending.replace(/ +$/, '')}\t`
    } else if (BREAKS.test(name)) {
      if (this.inRow) this.add(' ')
      else this.flush()
    }
    for (const char of source) if (char === '\n') this.newline()
  }

  finish(): HtmlLine[] {
    this.flush()
    return this.lines
  }

  private newline(): void {
    this.line += 1
    if (this.inRow) this.add(' ')
    else this.flush(this.line - 1)
  }

  private add(text: string): void {
    if (text.trim() === '' && this.pending === '') return
    if (this.pending === '') this.at = this.line
    // Within a table row the source's own breaks and indentation are not content.
    const plain = this.inRow ? text.replace(/\s+/g, ' ') : text
    this.pending += this.inRow && /(?:^|\s)$/.test(this.pending) ? plain.trimStart() : plain
  }

  private flush(at = this.line): void {
    const text = this.pending.trimEnd()
    this.pending = ''
    // Closing and opening tags of one gap make one gap.
    if (text === '' && (this.lines.at(-1)?.text ?? '') === '') return
    this.lines.push({ text, at: text === '' ? at : this.at })
  }
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['ndash', '–'],
  ['mdash', '—'],
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(String(name).toLowerCase()) ?? whole
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    if (code === 0xa0) return ' '
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
