import { expect, it } from 'vitest'
import { readPreferences } from '../../web/state/preferences.ts'

const DEFAULTS = {
  zone: 'unknown',
  language: 'system',
  theme: 'system',
  account: 'unassigned',
  hiddenColumns: [],
}

it.each([
  [
    { zone: 'Europe/Berlin', language: 'zh', theme: 'dark', account: 'a1', hiddenColumns: ['model'] },
    { zone: 'Europe/Berlin', language: 'zh', theme: 'dark', account: 'a1', hiddenColumns: ['model'] },
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
