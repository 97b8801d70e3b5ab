import { describe, expect, it } from 'vitest'
import { shownAccount, signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import { isProvisional } from '../../shared/evidence/provisional-account.ts'
import { at } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'

const NOW = at('2026-06-02T12:00:00Z')
const page = (tab: number, document: string) => ({ tab, document })

describe('whose page it is', () => {
  it('waits under one label until it says so', async () => {
    const signIns = signInsIn(fakeArea())
    const first = await signIns.of(page(1, 'a'), NOW)
    expect(isProvisional(first.account)).toBe(true)
    expect(await signIns.of(page(1, 'a'), NOW)).toMatchObject({ account: first.account, before: null })
    const held = await signIns.of(page(1, 'a'), NOW)
    await signIns.note(page(1, 'a'), 'account-1', NOW)
    expect(held.account).toBe(first.account)
    expect(await signIns.of(page(1, 'a'), NOW)).toMatchObject({ account: 'account-1' })
  })

  it('is asked anew after a reload, which may be of somebody else', async () => {
    const signIns = signInsIn(fakeArea())
    await signIns.note(page(1, 'a'), 'account-1', NOW)
    const reloaded = await signIns.of(page(1, 'b'), NOW)
    expect(isProvisional(reloaded.account)).toBe(true)
    expect(reloaded.before).toBe('account-1')
    expect(shownAccount(reloaded)).toBe('account-1')
    await signIns.note(page(1, 'b'), 'account-2', NOW)
    expect(await signIns.shown(1)).toBe('account-2')
  })

  it('keeps one label over all pages of a tab that never said', async () => {
    const signIns = signInsIn(fakeArea())
    const first = await signIns.of(page(1, 'a'), NOW)
    const second = await signIns.of(page(1, 'b'), NOW)
    expect(second.account).toBe(first.account)
    expect((await signIns.of(page(2, 'c'), NOW)).account).not.toBe(first.account)
  })

  it('is who was signed in before, once the wait is over', async () => {
    const signIns = signInsIn(fakeArea())
    await signIns.note(page(1, 'a'), 'account-1', NOW)
    const { account } = await signIns.of(page(1, 'b'), NOW)
    await signIns.moved(account, 'account-1')
    expect((await signIns.of(page(1, 'b'), NOW)).account).toBe('account-1')
  })

  it('holds for two tabs that load at once', async () => {
    const signIns = signInsIn(fakeArea())
    await Promise.all([1, 2, 3].map((tab) => signIns.note(page(tab, `d${tab}`), `account-${tab}`, NOW)))
    expect(await Promise.all([1, 2, 3].map((tab) => signIns.shown(tab)))).toEqual([
      'account-1',
      'account-2',
      'account-3',
    ])
  })
})
