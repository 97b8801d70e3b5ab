import { button, element } from './element.ts'
import { newGrid } from './grid.ts'
import { look } from './look.ts'
import { words } from './words.ts'

const PAGE = 10
const ROW_HEIGHT = 34
const HEIGHT = 340

/** A list of rows under its columns: whole, ten a page, or only those in sight. */
export interface Listing {
  readonly element: HTMLElement
  readonly show: (rows: readonly (readonly string[])[]) => void
}

export function newListing(columns: readonly string[], kind = look.list): Listing {
  if (kind === 'pager') return paged(columns)
  return kind === 'virtual' ? virtual(columns) : whole(columns)
}

const nothing = () => element('p', { class: 'empty', text: words.none })

function whole(columns: readonly string[]): Listing {
  const grid = newGrid(columns)
  const holder = element('div', { class: 'listing' }, grid.element)
  return {
    element: holder,
    show: (rows) => {
      grid.body.replaceChildren(...rows.map(grid.row))
      holder.replaceChildren(grid.element, ...(rows.length === 0 ? [nothing()] : []))
    },
  }
}

function paged(columns: readonly string[]): Listing {
  const list = whole(columns)
  const place = element('span')
  let all: readonly (readonly string[])[] = []
  let page = 0
  const turn = (to: number) => {
    const pages = Math.max(1, Math.ceil(all.length / PAGE))
    page = Math.min(Math.max(to, 0), pages - 1)
    list.show(all.slice(page * PAGE, (page + 1) * PAGE))
    place.textContent = `${page + 1} / ${pages}`
  }
  const pager = element(
    'nav',
    { class: 'pager' },
    button(words.previous, () => turn(page - 1)),
    place,
    button(words.next, () => turn(page + 1)),
  )
  return {
    element: element('div', {}, list.element, pager),
    show: (rows) => {
      all = rows
      turn(0)
    },
  }
}

/** Rows outside of what is in sight are not in the document (docs/kimi.md#membership-page). */
function virtual(columns: readonly string[]): Listing {
  const grid = newGrid(columns)
  const scroller = element('div', { class: 'virtual', style: `height: ${HEIGHT}px` }, grid.element)
  let all: readonly (readonly string[])[] = []
  const draw = () => {
    const first = Math.floor(scroller.scrollTop / ROW_HEIGHT)
    const last = Math.min(all.length, first + Math.ceil(HEIGHT / ROW_HEIGHT) + 1)
    const inSight = all.slice(first, last).map(grid.row)
    grid.body.style.setProperty('--before', `${first * ROW_HEIGHT}px`)
    grid.body.style.setProperty('--after', `${(all.length - last) * ROW_HEIGHT}px`)
    grid.body.replaceChildren(spacer('--before'), ...inSight, spacer('--after'))
  }
  scroller.addEventListener('scroll', draw)
  return {
    element: scroller,
    show: (rows) => {
      all = rows
      draw()
    },
  }
}

const spacer = (height: string) =>
  element(look.markup === 'blocks' ? 'div' : 'tr', { style: `height: var(${height}); display: block` })
