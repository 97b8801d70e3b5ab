import { useState } from 'react'
import type { ExtensionStatus, WaitingPages } from '../../../../shared/recorder/status.ts'
import type { Extension } from '../../../data/use-extension.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Sentences } from '../../../parts/text/sentences.tsx'
import { useMoment } from './use-moment.ts'
import '../../../parts/field.css'

interface WaitingCardProps {
  readonly status: ExtensionStatus
  readonly act: Extension['act']
}

/** Pages of which only the reader can say whose they are; nothing where there are none. */
export function WaitingCard({ status, act }: WaitingCardProps) {
  const t = useText()
  const { accounts, pages } = status.waiting
  if (pages.length === 0) return null
  return (
    <Card title={t('waiting.title', { count: pages.length })} note={t('waiting.note')}>
      <p>{t('waiting.what')}</p>
      {pages.map((page) => (
        <WaitingPage key={page.label} page={page} accounts={accounts} act={act} />
      ))}
    </Card>
  )
}

interface WaitingPageProps {
  readonly page: WaitingPages['pages'][number]
  readonly accounts: readonly string[]
  readonly act: Extension['act']
}

function WaitingPage({ page, accounts, act }: WaitingPageProps) {
  const t = useText()
  const moment = useMoment()
  const { label, since, why, said, shows, records, readings } = page
  const [chosen, choose] = useState(shows[0] ?? said.find((each) => accounts.includes(each)) ?? '')
  return (
    <section className="recorder" aria-label={t('waiting.since', { at: moment(since) })}>
      <p>
        <Sentences>
          {t('waiting.since', { at: moment(since) })}
          {t('waiting.holds', { records, readings })}
          {t(`waiting.why.${why}`, { account: said.join(t('listJoin')) })}
          {shows.length === 0 ? null : t('waiting.shows', { account: shows.join(t('listJoin')) })}
        </Sentences>
      </p>
      <div className="settings-row">
        <label className="field">
          <span className="field-label">{t('waiting.whose')}</span>
          <select
            className="field-control"
            value={chosen}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="">{t('waiting.choose')}</option>
            {accounts.map((account) => (
              <option key={account}>{account}</option>
            ))}
          </select>
        </label>
        <div>
          <Button
            disabled={chosen === ''}
            onClick={() => void act((each) => each.assignPages(label, chosen))}
          >
            {t('waiting.add')}
          </Button>{' '}
          <Button onClick={() => void act((each) => each.assignPages(label, null))}>
            {t('waiting.apart')}
          </Button>
        </div>
      </div>
    </section>
  )
}
