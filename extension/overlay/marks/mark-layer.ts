import type { OverlayMarks } from '../../messages/overlay-model.ts'
import { element } from '../element.ts'
import { morph } from '../morph.ts'
import { createOwnHost } from '../own-host.ts'
import { findHistoryRows, type HistoryRow } from './find-rows.ts'
import { MARKS_CSS } from './marks-css.ts'
import { placeMarks, type Marks } from './place-marks.ts'
import { placeRows } from './place-rows.ts'

export interface MarkLayer {
  /** Finds the rows again and lays the marks anew; null takes them away. */
  readonly show: (marks: OverlayMarks | null, label: string, theme: 'light' | 'dark', lang: string) => void
  readonly remove: () => void
  /** Takes the marks away for good. */
  readonly stop: () => void
}

/**
 * Draws the marks in a layer of our own over the table, outside of what the page's framework looks after: no node of the
 * page is changed, wrapped or moved, and nothing is put between its rows. The layer lets every click through, and follows
 * the rows when they scroll, are resized or are drawn again.
 */
export function createMarkLayer(page: Document): MarkLayer {
  const { host, root, change } = createOwnHost(page, 'quotascope-marks', MARKS_CSS)
  const stopping = new AbortController()
  const { signal } = stopping
  const list = element(page, 'div', { class: 'marks' })
  root.append(list)

  let rows: readonly HistoryRow[] = []
  let marks: Marks = { rows: [], gaps: [] }
  let planned = false

  const follow = () => {
    if (planned || !host.isConnected) return
    planned = true
    requestAnimationFrame(() => {
      planned = false
      if (host.isConnected) morph(list, draw(page, list, rows, marks))
    })
  }
  const sizes = new ResizeObserver(follow)
  page.addEventListener('scroll', follow, { capture: true, passive: true, signal })
  page.defaultView?.addEventListener('resize', follow, { passive: true, signal })

  const remove = () => {
    sizes.disconnect()
    host.remove()
    rows = []
  }
  return {
    remove,
    stop: () => {
      remove()
      stopping.abort()
    },
    show: (wanted, label, theme, lang) => {
      if (!wanted || wanted.blocks.length === 0) return remove()
      rows = findHistoryRows(page)
      const times = placeRows(rows, wanted)
      marks = placeMarks(times, wanted.blocks, wanted.rows[0]?.[1] ?? null)
      if (marks.gaps.length === 0 && marks.rows.every((row) => row === null)) return remove()
      if (!host.isConnected) page.body.append(host)
      change(() => (host.dataset['theme'] = theme))
      list.setAttribute('aria-label', label)
      list.lang = lang
      sizes.disconnect()
      const around = rows[0]?.element.parentElement
      if (around) sizes.observe(around)
      morph(list, draw(page, list, rows, marks))
    },
  }
}

/** All is measured first and drawn then, so that the page is laid out once. */
function draw(page: Document, list: HTMLElement, rows: readonly HistoryRow[], marks: Marks): HTMLElement {
  const origin = list.getBoundingClientRect()
  const boxes = rows.map((row) => row.element.getBoundingClientRect())
  const sight = rows[0] ? inSight(rows[0].element) : null
  const isSeen = (y: number) => !sight || (y >= sight.top && y <= sight.bottom)
  const lines = rows.flatMap((_, index) => {
    const block = marks.rows[index]
    const box = boxes[index]
    if (!block || !box || box.height === 0 || !isSeen(box.top + box.height / 2)) return []
    const kind = block.suspected ? 'row suspected' : 'row'
    return [
      placed(element(page, 'div', { 'class': kind, 'aria-hidden': 'true' }), within(box, sight), origin),
    ]
  })
  const gaps = marks.gaps.flatMap(({ before, block }) => {
    const box = boxes[before]
    if (!box || box.height === 0 || !isSeen(box.top)) return []
    const label = element(page, 'span', { class: 'label' }, block.text)
    const kind = block.suspected ? 'gap suspected' : 'gap'
    const line = element(page, 'div', { class: kind, role: 'listitem' }, label)
    const { left, width } = within(box, sight)
    return [placed(line, { left, top: box.top, width, height: 0 }, origin)]
  })
  const made = element(page, 'div', { class: 'marks' }, ...lines, ...gaps)
  const label = list.getAttribute('aria-label') ?? ''
  if (gaps.length > 0) made.setAttribute('role', 'list')
  made.setAttribute('aria-label', label)
  made.lang = list.lang
  return made
}

function placed(
  made: HTMLElement,
  box: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
  origin: Pick<DOMRect, 'left' | 'top'>,
): HTMLElement {
  made.style.left = `${box.left - origin.left}px`
  made.style.top = `${box.top - origin.top}px`
  made.style.width = `${box.width}px`
  made.style.height = `${box.height}px`
  return made
}

/** As wide as is in sight: what is scrolled away to the side must not make the page itself scroll there. */
function within(
  { left, right, top, height }: Pick<DOMRect, 'left' | 'right' | 'top' | 'height'>,
  sight: Sight | null,
) {
  const from = Math.max(left, sight?.left ?? left)
  return { left: from, top, height, width: Math.max(0, Math.min(right, sight?.right ?? right) - from) }
}

type Sight = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>

/** What the elements that scroll around a row leave in sight of it, in CSS pixels of the window. */
function inSight(row: Element): Sight {
  let [left, right, top, bottom] = [-Infinity, Infinity, -Infinity, Infinity]
  const { body, documentElement } = row.ownerDocument
  for (
    let outer = row.parentElement;
    outer && outer !== body && outer !== documentElement;
    outer = outer.parentElement
  ) {
    const { overflowX, overflowY } = getComputedStyle(outer)
    if (overflowX === 'visible' && overflowY === 'visible') continue
    const box = outer.getBoundingClientRect()
    if (overflowX !== 'visible') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)]
    if (overflowY !== 'visible') [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
  }
  return { left, right, top, bottom }
}
