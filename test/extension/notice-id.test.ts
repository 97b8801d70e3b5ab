import { expect, it } from 'vitest'
import { noticeId, placeOfNotice } from '../../extension/worker/news/notice-id.ts'
import { at } from '../time/given.ts'

const incident = 'incident:0123abcd'
const place = { view: 'incidents', incident }

it.each([
  [incident, 'account-12', { place, account: 'account-12' }],
  [incident, null, { place, account: null }],
  [null, 'account-12', { place: null, account: 'account-12' }],
  [null, 'of mine, 50 %', { place: null, account: 'of mine, 50 %' }],
  [null, null, { place: null, account: null }],
])('a notification of %s of %s leads there', (named, account, leads) => {
  const notice = {
    kind: 'blocked',
    subject: 'a subject',
    at: at('2026-03-02T16:00:00Z'),
    incident: named,
  } as const
  expect(placeOfNotice(noticeId(notice, account))).toEqual(leads)
})
