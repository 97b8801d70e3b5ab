import { describe, expect, it } from 'vitest'
import { signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import { isProvisional } from '../../shared/evidence/provisional-account.ts'
import { at } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'

const NOW = at('2026-06-02T12:00:00Z')
const page = (tab: number, document: string) => ({ tab, document })

describe('the label of a page', () => {
  it('is the same for as long as the page is there', async () => {
    const signIns = signInsIn(fakeArea())
    const first = await signIns.of(page(1, 'a'), NOW)
    expect(isProvisional(first.label)).toBe(true)
    expect(await signIns.of(page(1, 'a'), NOW)).toEqual(first)
    expect(await signIns.inTab(1)).toEqual(first)
  })

  it('is another one after a reload, which may be of somebody else, and in each tab', async () => {
    const signIns = signInsIn(fakeArea())
    const pages = [page(1, 'a'), page(1, 'b'), page(2, 'c')]
    const labels = await Promise.all(pages.map(async (each) => (await signIns.of(each, NOW)).label))
    expect(new Set(labels).size).toBe(3)
    expect(await signIns.labels()).toEqual(new Set(labels.slice(1)))
    expect(await signIns.inTab(3)).toBeNull()
  })
})
