// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { NOWHERE } from '../../web/state/place.ts'
import { followAddress, goTo, replacePlace, usePlace } from '../../web/state/use-place.ts'

let stop = () => {}
afterEach(() => stop())

it.each([
  ['#/timeline?day=2026-03-02', '#/timeline?day=2026-03-02', []],
  [
    '#/incidents?incident=incident%3Aab&account=account-b',
    '#/incidents?incident=incident%3Aab',
    ['account-b'],
  ],
  ['#/?account=account-b', '#/', ['account-b']],
])('%s becomes %s, with %j shown before the place', async (asked, address, accounts) => {
  usePlace.setState(NOWHERE, true)
  window.location.hash = asked
  const shown: string[] = []
  const following = followAddress(async (account) => {
    expect(usePlace.getState()).toEqual(NOWHERE)
    shown.push(account)
  })
  stop = following.stop
  await following.ready
  expect([window.location.hash, shown]).toEqual([address, accounts])
})

it('stays where the reader is when an open console is asked for an account and nothing else', async () => {
  window.location.hash = '#/timeline?day=2026-03-02'
  const shown: string[] = []
  const following = followAddress(async (account) => void shown.push(account))
  stop = following.stop
  await following.ready
  window.location.hash = '#/?account=account-b'
  window.dispatchEvent(new HashChangeEvent('hashchange'))
  await Promise.resolve()
  expect([window.location.hash, shown]).toEqual(['#/timeline?day=2026-03-02', ['account-b']])
  expect(usePlace.getState()).toMatchObject({ view: 'timeline', day: '2026-03-02' })
})

it('is there at once, with an entry in the history only where it goes', () => {
  replacePlace({ view: 'hand-on', part: 'html' })
  const entries = window.history.length
  goTo({ part: 'csv' })
  expect(usePlace.getState()).toMatchObject({ view: 'hand-on', part: 'csv' })
  expect(window.location.hash).toContain('part=csv')
  goTo({ part: 'csv' })
  expect(window.history.length).toBe(entries + 1)
})
