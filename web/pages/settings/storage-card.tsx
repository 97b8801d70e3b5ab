import { useLiveQuery } from 'dexie-react-hooks'
import { useId } from 'react'
import { accountsOf } from '../../../shared/store/accounts/accounts.ts'
import { countsOf } from '../../../shared/store/read-counts.ts'
import { useHost } from '../../app/host-context.ts'
import { useStore } from '../../data/store-context.ts'
import { useText } from '../../locales/use-text.ts'
import { Card } from '../../parts/card.tsx'
import { showHistory, UNASSIGNED, usePreferences } from '../../state/preferences.ts'
import { PARTS } from '../records/parts.ts'
import { accountName } from '../../parts/text/account-name.ts'
import { byteText } from '../../parts/text/byte-text.ts'

/** How much is kept, for whom, and where. */
export function StorageCard() {
  const t = useText()
  const id = useId()
  const { kind } = useHost()
  const store = useStore()
  const account = usePreferences((state) => state.account)
  const accounts = useLiveQuery(() => orNothing(accountsOf(store)), [store])
  const counts = useLiveQuery(() => orNothing(countsOf(store, account)), [store, account])
  const choices = [...new Set([UNASSIGNED, account, ...(accounts ?? [])])]
  return (
    <Card title={t('settings.storage')} note={t(`settings.where.${kind}`)}>
      <div className="field">
        <label htmlFor={id} className="field-label">
          {t('settings.account')}
        </label>
        <select
          id={id}
          className="field-control"
          value={account}
          onChange={(event) => showHistory(event.currentTarget.value)}
        >
          {choices.map((each) => (
            <option key={each} value={each}>
              {accountName(each, t)}
            </option>
          ))}
        </select>
        <p className="field-hint">{t('settings.accountHint')}</p>
      </div>
      <dl className="storage" aria-busy={counts === undefined}>
        {PARTS.map((each) => (
          <div key={each}>
            <dt>{t(`settings.counts.${each}`)}</dt>
            <dd>{counts ? counts.items[each] : '…'}</dd>
          </div>
        ))}
        <div>
          <dt>{t('settings.counts.bytes')}</dt>
          <dd>{counts ? byteText(counts.bytes) : '…'}</dd>
        </div>
      </dl>
    </Card>
  )
}

/** A database that cannot be read is reported above the page; here the figures stay open. */
const orNothing = <Result,>(reading: Promise<Result>): Promise<Result | null> => reading.catch(() => null)
