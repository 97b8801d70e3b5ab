// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { eventAfter } from '../../../web/pages/timeline/lane/lane-keys.ts'

/** Two lanes over one time axis; an event's name is its lane's first letter and its time. */
function timeline(): Map<string, HTMLElement> {
  const events = new Map<string, HTMLElement>()
  for (const [lane, times] of [
    ['blocks', [40]],
    ['requests', [50, 10, 30]],
  ] as const) {
    for (const at of times) {
      const event = document.createElement('button')
      event.dataset['lane'] = lane
      event.dataset['at'] = String(at)
      events.set(`${lane[0]}${at}`, event)
    }
  }
  return events
}

it.each([
  ['r30', 'ArrowRight', 'r50'],
  ['r30', 'ArrowLeft', 'r10'],
  ['r50', 'ArrowRight', 'r50'],
  ['r30', 'Home', 'r10'],
  ['r10', 'End', 'r50'],
  ['b40', 'ArrowDown', 'r30'],
  ['r10', 'ArrowUp', 'b40'],
  ['b40', 'ArrowUp', null],
  ['r10', 'ArrowDown', null],
  ['r10', 'x', null],
])('from %s, %s leads to %s', (from, key, to) => {
  const events = timeline()
  const start = events.get(from)
  if (!start) throw new Error(`no event ${from}`)
  const target = eventAfter(key, start, [...events.values()])
  expect([...events].find(([, event]) => event === target)?.[0] ?? null).toBe(to)
})
