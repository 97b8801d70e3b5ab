import type { PillPlace } from '../../messages/look.ts'
import { findObstacles } from './find-obstacles.ts'
import type { OwnHost } from '../own-host.ts'
import { boxAt, placePill, type Size } from './pill-place.ts'

export type StripSpot = 'docked' | 'pill' | 'parked'

export const viewportSize = (page: Document): Size => ({
  width: page.documentElement.clientWidth,
  height: page.defaultView?.innerHeight ?? page.documentElement.clientHeight,
})

/** Docks the strip under the cards. A sibling of theirs: a framework's own children stay where it put them. */
export function dock({ host, change }: OwnHost, spot: Element): void {
  change(() => {
    host.dataset['place'] = 'docked'
    host.style.cssText = ''
  })
  if (spot.nextElementSibling !== host) spot.after(host)
}

/**
 * Lets the strip float at its place, clear of the tables and pagers of the page. A collapsed pill that covers one wherever
 * it stands is parked at the end of the page instead, where it covers nothing; an open one was asked for, and stays.
 */
export function float(own: OwnHost, wanted: PillPlace, collapsed: boolean): StripSpot {
  const { host, change } = own
  const page = host.ownerDocument
  if (host.parentElement !== page.body || page.body.lastElementChild !== host) page.body.append(host)
  change(() => (host.dataset['place'] = 'pill'))
  const viewport = viewportSize(page)
  const { width, height } = host.getBoundingClientRect()
  const pill = { width, height }
  const free = placePill(wanted, pill, viewport, findObstacles(page))
  if (!free && collapsed) {
    change(() => {
      host.dataset['place'] = 'parked'
      host.style.cssText = ''
    })
    return 'parked'
  }
  moveHost(own, free ?? wanted)
  return 'pill'
}

/** Puts the floating host at a place of the window. */
export function moveHost({ host, change }: OwnHost, place: PillPlace): void {
  const { width, height } = host.getBoundingClientRect()
  const { left, top } = boxAt(place, { width, height }, viewportSize(host.ownerDocument))
  change(() => {
    host.style.left = `${Math.round(left)}px`
    host.style.top = `${Math.round(top)}px`
  })
}
