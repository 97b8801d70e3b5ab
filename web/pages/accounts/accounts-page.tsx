import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { accountsOf } from '../../../shared/store/accounts/accounts.ts'
import { isProvisional } from '../../../shared/evidence/provisional-account.ts'
import { isSharedHistory } from '../../../shared/evidence/shared-history.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { useHost } from '../../app/host-context.ts'
import { useStore } from '../../data/store-context.ts'
import { useText } from '../../locales/use-text.ts'
import { accountName } from '../../parts/text/account-name.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Skeleton } from '../../parts/status/skeleton.tsx'
import { usePreferences } from '../../state/preferences.ts'
import type { AccountFile } from './account-of.ts'
import { CompareCard } from './compare-card.tsx'
import { TogetherResult } from './together-result.tsx'
import './accounts-page.css'

/** Several accounts as witnesses: whether Kimi refused everybody, or a limit of one's own did. It changes no Report. */
export function AccountsPage() {
  const t = useText()
  const store = useStore()
  // A database that cannot be read is reported above the page.
  const accounts = useLiveQuery(async () => {
    const all = await accountsOf(store).catch(() => [])
    return all.filter((each) => !isProvisional(each))
  }, [store])
  return (
    <>
      <PageHead title={t('nav.accounts')} lead={t('accounts.lead')} />
      {accounts ? <Compared accounts={accounts} /> : <Skeleton label={t('loading')} />}
    </>
  )
}

function Compared({ accounts }: { readonly accounts: readonly string[] }) {
  const t = useText()
  const { clock } = useHost()
  const zone = usePreferences((state) => state.zone)
  const sharedZones = usePreferences((state) => state.sharedZones)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [files, setFiles] = useState<readonly AccountFile[]>([])
  const ask = useMemo(
    () => ({
      now: clock.now(),
      kept: accounts
        .filter((account) => !left.has(account))
        .map((account) => ({
          account,
          name: accountName(account, t),
          zone: isSharedHistory(account) ? (sharedZones[account] ?? UNKNOWN_ZONE) : zone,
        })),
      files,
    }),
    [accounts, left, files, zone, sharedZones, t, clock],
  )
  return (
    <>
      <CompareCard accounts={accounts} left={left} onLeft={setLeft} files={files} onFiles={setFiles} />
      <TogetherResult ask={ask} />
    </>
  )
}
