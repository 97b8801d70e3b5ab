// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createOwnHost } from '../../../extension/overlay/own-host.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const frame = () => vi.advanceTimersByTimeAsync(50)

const looksOf = (host: HTMLElement) => [
  host.innerHTML,
  ...host
    .getAttributeNames()
    .map((name) => `${name}=${host.getAttribute(name)}`)
    .toSorted(),
]

function shown() {
  const own = createOwnHost(document, 'quotascope-test', ':host { display: block; }')
  document.body.replaceChildren(own.host)
  own.change((host) => {
    host.dataset['place'] = 'pill'
    host.style.left = '4px'
  })
  return own
}

it('has a root that no script of the page gets', () => {
  const { host, root } = shown()
  expect(host.shadowRoot).toBeNull()
  expect(root.mode).toBe('closed')
})

it.each<[string, (host: HTMLElement) => void]>([
  ['hidden', (host) => host.setAttribute('hidden', '')],
  ['moved', (host) => (host.style.left = '-9999px')],
  ['said to be elsewhere', (host) => (host.dataset['place'] = 'docked')],
  ['stripped', (host) => host.removeAttribute('data-place')],
  ['given nodes', (host) => host.append('words of the page')],
])('is as it was when the page has had it %s', async (_, touch) => {
  const { host } = shown()
  const before = looksOf(host)
  touch(host)
  expect(looksOf(host)).not.toEqual(before)
  await frame()
  expect(looksOf(host)).toEqual(before)
})

it('gives in to a page that undoes it each time', async () => {
  const { host } = shown()
  let times = 0
  for (let round = 0; round < 300; round += 1) {
    if (host.hidden) break
    host.hidden = true
    times += 1
    await frame()
  }
  expect(host.hidden).toBe(true)
  expect(times).toBe(201)
})
