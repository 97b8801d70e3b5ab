import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../extension/content/read-answer.ts'
import { methodsByAddress } from '../../extension/content/read-methods.ts'
import { LONGEST_ANSWER } from '../../extension/content/handover.ts'
import { readMessage } from '../../extension/messages/read-message.ts'
import { accountIdIn, accountLabel } from '../../extension/worker/accounts/account-label.ts'
import { isOwnPage, isTrustedSender } from '../../extension/messages/trusted-sender.ts'

const ORIGIN = 'https://www.kimi.com'

describe('methodsByAddress', () => {
  it.each([
    ['/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests', 'ListUnifiedRequests'],
    ['/apiv2/kimi.gateway.credentials.v1.APIKeyService/CreateAPIKey', null],
    ['/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests/more', null],
    ['/apiv2/constructor', null],
    ['constructor', null],
    ['/api/user', null],
    ['https://evil.example/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests', null],
  ])('%s is %s', (path, method) => {
    expect(methodsByAddress(ORIGIN)[new URL(path, ORIGIN).href] ?? null).toBe(method)
  })
})

const answer = { method: 'ListUnifiedRequests', status: 200, text: '{}' }

describe('readAnswer', () => {
  it('reads an answer of the hook', () => {
    expect(readAnswer(answer)).toEqual(answer)
  })

  it.each([
    null,
    'text',
    {},
    { ...answer, method: 'DeleteDevice' },
    { ...answer, status: '200' },
    { ...answer, status: 99 },
    { ...answer, status: 200.5 },
    { ...answer, status: 600 },
    { ...answer, text: null },
    { ...answer, text: 'x'.repeat(LONGEST_ANSWER + 1) },
  ])('refuses %j', (data) => {
    expect(readAnswer(data)).toBeNull()
  })
})

describe('readMessage', () => {
  const capture = {
    kind: 'capture',
    id: '27d801a6-7d0d-433e-bf1b-4d0b88406e57',
    at: 1,
    method: 'ListDevices',
    body: '{}',
  }

  const table = {
    kind: 'table',
    id: capture.id,
    at: 1,
    fromTop: true,
    source: 'history_text',
    zone: 'Europe/Berlin',
    body: 'a row',
  }

  it('reads the messages of the list', () => {
    for (const message of [
      capture,
      { ...capture, page: capture.id },
      { kind: 'call_refused', method: 'ListUnifiedRequests', status: 429 },
      { kind: 'signed_out' },
      { kind: 'refused', count: 3 },
      { kind: 'overlay', language: 'zh' },
      { kind: 'open_console' },
      { kind: 'open_console', place: { view: 'incidents', incident: 'incident:0123abcd' } },
      { kind: 'look', viewport: 'narrow' },
      { kind: 'keep_look', viewport: 'wide', look: { collapsed: true, place: { x: 0.5, y: 1 } } },
    ])
      expect(readMessage(message)).toEqual(message)
  })

  it.each([
    { ...capture, id: 'forged' },
    { ...capture, method: 'DeleteAPIKey' },
    { ...capture, account: 'another' },
    { ...table, zone: 'Europe/Atlantis' },
    { ...table, zone: 'unknown' },
    { ...table, source: 'bundle' },
    { ...table, source: 'ListUnifiedRequests' },
    { kind: 'erase' },
    { kind: 'overlay', language: 'en', account: 'another' },
    { kind: 'refused', count: -1 },
    { kind: 'open_console', place: { view: 'incidents', incident: 'https://evil.example' } },
    { kind: 'open_console', place: { view: 'settings' } },
    { kind: 'open_console', url: 'https://evil.example' },
    { kind: 'keep_look', viewport: 'wide', look: { collapsed: false, place: { x: 7, y: 0 } } },
    { kind: 'look', viewport: '__proto__' },
    JSON.parse('{"kind":"refused","count":1,"__proto__":{"admin":true},"x":1}'),
    null,
  ])('refuses %j', (message) => {
    expect(readMessage(message)).toBeNull()
  })
})

describe('senders', () => {
  const id = 'abcdefghijklmnop'
  it.each([
    [{ id, url: 'https://www.kimi.com/code/console', frameId: 0 }, true],
    [{ id, url: 'https://www.kimi.ai/code/console', frameId: 0 }, true],
    [{ id, url: 'https://www.kimi.com.evil.example/', frameId: 0 }, false],
    [{ id, url: 'https://www.kimi.com/code/console', frameId: 3 }, false],
    [{ id: 'another', url: 'https://www.kimi.com/', frameId: 0 }, false],
    [{ id, frameId: 0 }, false],
  ])('%j is trusted: %s', (sender, trusted) => {
    expect(isTrustedSender(sender, id)).toBe(trusted)
  })

  it('knows its own pages', () => {
    for (const ownPages of [
      `chrome-extension://${id}/`,
      'moz-extension://0e6f9a3c-58a4-4c7e-9d0c-3f2b1a6c5d70/',
    ]) {
      const own = { ownId: id, ownPages }
      expect(isOwnPage({ id, url: `${ownPages}web/index.html` }, own)).toBe(true)
      expect(isOwnPage({ id: 'other', url: `${ownPages}web/index.html` }, own)).toBe(false)
      expect(isOwnPage({ id, url: 'https://www.kimi.com/' }, own)).toBe(false)
    }
  })
})

describe('accounts', () => {
  it.each([
    ['{"user":{"id":"u1"}}', 'u1'],
    ['{"user":{"userId":"u2"}}', 'u2'],
    ['{"id":"u3"}', 'u3'],
    ['{"code":"unauthenticated"}', null],
    ['not json', null],
  ])('finds the id in %s', (body, id) => {
    expect(accountIdIn(body)).toBe(id)
  })

  it('are told apart by labels that mean nothing elsewhere', async () => {
    const key = (seed: number) =>
      crypto.subtle.importKey(
        'raw',
        new Uint8Array(32).fill(seed),
        { name: 'HMAC', hash: 'SHA-256' },
        false,
        ['sign'],
      )
    const labels = [
      await accountLabel('u1', await key(1)),
      await accountLabel('u2', await key(1)),
      await accountLabel('u1', await key(2)),
      await accountLabel('u1', await key(1)),
    ]
    expect(new Set(labels).size).toBe(3)
    expect(labels[0]).toBe(labels[3])
    expect(labels[0]).toMatch(/^account-[0-9a-f]{12}$/)
  })
})
