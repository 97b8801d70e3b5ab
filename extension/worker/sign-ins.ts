import { z } from '../../shared/parse/zod.ts'

const labels = z.record(z.string(), z.string())
const NAME = 'signIns'

/**
 * Which account each tab is signed in to, as far as it has said so. Lives in session storage: it outlasts the worker, and
 * is gone with the browser.
 */
export interface SignIns {
  /** The account's label, or the provisional one of a tab that has not said who is signed in (DESIGN.md 3). */
  readonly accountOf: (tab: number) => Promise<string>
  readonly note: (tab: number, account: string) => Promise<void>
}

export function signInsIn(area: chrome.storage.StorageArea): SignIns {
  const read = async () => labels.safeParse((await area.get(NAME))[NAME]).data ?? {}
  const note = async (tab: number, account: string) => {
    const known = await read()
    if (known[tab] !== account) await area.set({ [NAME]: { ...known, [tab]: account } })
  }
  return {
    note,
    accountOf: async (tab) => {
      const known = (await read())[tab]
      if (known !== undefined) return known
      // tab numbers begin anew with every browser start: a random part keeps two sign-ins apart
      const provisional = `${PROVISIONAL}${crypto.randomUUID().slice(0, 8)}`
      await note(tab, provisional)
      return provisional
    },
  }
}

const PROVISIONAL = 'provisional-'

export const isProvisional = (account: string): boolean => account.startsWith(PROVISIONAL)
