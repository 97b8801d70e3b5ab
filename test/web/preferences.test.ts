// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { readZone, UTC } from '../../shared/time/zone.ts'
import { readPreferences, showAccountAtFirst, usePreferences } from '../../web/state/preferences.ts'

const DEFAULTS = {
  zone: 'unknown',
  sharedZones: {},
  ownAccount: 'unassigned',
  language: 'system',
  theme: 'system',
  account: 'unassigned',
  hiddenColumns: [],
}

it.each([
  [
    { zone: 'Europe/Berlin', language: 'zh', theme: 'dark', account: 'a1', hiddenColumns: ['model'] },
    {
      ...DEFAULTS,
      zone: 'Europe/Berlin',
      language: 'zh',
      theme: 'dark',
      account: 'a1',
      hiddenColumns: ['model'],
    },
  ],
  [
    { zone: 'Mars/Olympus', language: 'zh' },
    { ...DEFAULTS, language: 'zh' },
  ],
  [{ zone: 3, language: 'fr', theme: null, account: '' }, DEFAULTS],
  [{}, DEFAULTS],
  [null, DEFAULTS],
  ['text', DEFAULTS],
])('reads %j field by field', (kept, preferences) => {
  expect(readPreferences(kept)).toEqual(preferences)
})

it.each([
  ['unassigned', 'account-a', 'account-a'], // nothing has been picked
  ['provisional-12ab34cd', 'account-a', 'account-a'], // what it held is the account's now
  ['unassigned', 'provisional-12ab34cd', 'provisional-12ab34cd'], // a page that never says whose it is
  ['account-b', 'account-a', 'account-b'], // the reader's choice
])('with %s shown and %s seen, %s is shown', (shown, seen, then) => {
  usePreferences.setState({ account: shown, zone: 'unknown' })
  showAccountAtFirst(seen, readZone('Europe/Berlin') ?? UTC)
  expect(usePreferences.getState().account).toBe(then)
})
