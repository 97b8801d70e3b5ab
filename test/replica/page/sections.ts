import { button, element } from './element.ts'
import { newListing, type Listing } from './listing.ts'
import { look } from './look.ts'
import { shownTime } from './times.ts'
import { words } from './words.ts'

/** The rows that services send, as far as the page shows them. */
export interface RequestRow {
  readonly requestId?: string
  readonly requestTime?: string
  readonly userAgent?: string
  readonly callType?: string
  readonly success?: boolean
  readonly apiKey?: { readonly name?: string }
}
export interface KeyRow {
  readonly name?: string
  readonly key?: string
  readonly createTime?: string
  readonly status?: string
}
export interface DeviceRow {
  readonly name?: string
  readonly platform?: string
  readonly lastActiveTime?: string
}

export function section(title: string, ...children: readonly Node[]): HTMLElement {
  const heading = element(look.markup === 'blocks' ? 'div' : 'h2', { class: 'section-title', text: title })
  return element('section', { class: 'section' }, heading, ...children)
}

/** Columns in the order of June 2026: id, source, client, call type, time, status (docs/kimi.md#history-table). */
export const historyCells = (row: RequestRow): string[] => [
  row.requestId ?? '',
  row.apiKey?.name ?? words.device,
  row.userAgent ?? '',
  row.callType === 'Model Inference' ? words.inference : (row.callType ?? ''),
  row.requestTime === undefined ? '' : shownTime(row.requestTime),
  row.success === true ? words.ok : words.failed,
]

export function historySection(refresh: () => void): { element: HTMLElement; list: Listing } {
  const list = newListing(words.historyColumns)
  return { element: section(words.history, button(words.refresh, refresh), list.element), list }
}

export function keysSection(keys: readonly KeyRow[]): HTMLElement {
  const list = newListing(words.keyColumns, 'whole')
  list.show(
    keys.map(({ name = '', key = '', createTime = '', status }, index) => [
      `key-${index + 1}`,
      name,
      shownTime(createTime),
      `${key.slice(0, 5)}…${key.slice(-5)}`,
      status === 'STATUS_ACTIVE' ? words.enabled : words.disabled,
      words.remove,
    ]),
  )
  return section(
    words.keys,
    button(words.createKey, () => undefined),
    list.element,
  )
}

export function devicesSection(devices: readonly DeviceRow[]): HTMLElement {
  const list = newListing(words.deviceColumns, 'whole')
  list.show(
    devices.map(({ name = 'unknown', platform = 'unknown', lastActiveTime = '' }) => [
      name,
      platform,
      shownTime(lastActiveTime),
    ]),
  )
  return section(words.devices, list.element, element('p', { class: 'note', text: words.idle }))
}
