import { PAGER_NAME, PAGER_WORD } from '../../page/known-layout.ts'
import { findHistoryRows } from '../marks/find-rows.ts'
import type { Box } from './pill-place.ts'

/**
 * The boxes that the pill must not cover: every table and list of rows of the page, whatever it is built of, and its pagers.
 * A pager is known by its name or by what its buttons say, since its classes change with every build of the page.
 */
export function findObstacles(page: Document): readonly Box[] {
  const tables = page.querySelectorAll('table, [role="table"], [role="grid"], [role="list"], [role="feed"]')
  const rows = findHistoryRows(page).map(({ element }) => element)
  return [...tables, ...rows, ...pagers(page)]
    .map((each) => each.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))
}

function pagers(page: Document): readonly Element[] {
  const named = [...page.querySelectorAll('nav, [role="navigation"]')].filter((each) =>
    PAGER_NAME.test(`${each.getAttribute('aria-label') ?? ''} ${each.className}`),
  )
  const groups = new Map<Element, number>()
  for (const button of page.querySelectorAll('button, [role="button"], a')) {
    const parent =
      button.parentElement?.tagName === 'LI' ? button.parentElement.parentElement : button.parentElement
    if (parent && PAGER_WORD.test(button.textContent.trim()))
      groups.set(parent, (groups.get(parent) ?? 0) + 1)
  }
  return [...named, ...[...groups].filter(([, count]) => count > 1).map(([group]) => group)]
}
