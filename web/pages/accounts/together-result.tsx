import { UsersRound } from 'lucide-react'
import type { Together, TogetherAsk } from '../../data/intake/jobs.ts'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { EmptyState } from '../../parts/status/empty-state.tsx'
import { errorText } from '../../parts/text/error-text.ts'
import { Notice } from '../../parts/status/notice.tsx'
import { ParserText } from '../../parts/text/parser-text.tsx'
import { Skeleton } from '../../parts/status/skeleton.tsx'
import { Sentences } from '../../parts/text/sentences.tsx'
import { useTogether } from './use-together.ts'
import { WitnessTable } from './witness-table.tsx'

/** What the accounts say together; while that is being worked out, where it cannot be, and where there is nobody to ask. */
export function TogetherResult({ ask }: { readonly ask: TogetherAsk }) {
  const t = useText()
  const comparison = useTogether(ask)
  if (comparison.state === 'loading') return <Skeleton label={t('accounts.comparing')} rows={4} />
  if (comparison.state === 'failed')
    return (
      <Notice
        kind="error"
        live
        title={t('accounts.failed')}
        actions={<Button onClick={comparison.again}>{t('failure.again')}</Button>}
      >
        <p>{errorText(comparison.error, t)}</p>
      </Notice>
    )
  return (
    <>
      <Problems together={comparison.together} />
      <Said together={comparison.together} />
    </>
  )
}

function Problems({ together: { problems } }: { readonly together: Together }) {
  const t = useText()
  return problems.map(({ name, reason }) => (
    <Notice key={name} kind="warn" live title={t('machines.leftOut', { file: name })}>
      <p>{reason === null ? t('accounts.nothingIn') : <ParserText said={reason} />}</p>
    </Notice>
  ))
}

function Said({ together: { accounts, incidents } }: { readonly together: Together }) {
  const t = useText()
  if (accounts.length < 2)
    return (
      <EmptyState icon={<UsersRound />} title={t('accounts.tooFew', { count: accounts.length })}>
        <p>{t('accounts.tooFewText')}</p>
        <p>{t('accounts.tooFewHow')}</p>
      </EmptyState>
    )
  const supported = incidents.filter(({ platform }) => platform === 'supported').length
  return (
    <Card title={t('accounts.said', { count: accounts.length })} note={t('accounts.saidNote')} flush>
      <output className="accounts-sum">
        {incidents.length === 0 ? (
          t('accounts.noIncidents')
        ) : (
          <Sentences>
            {t('accounts.compared', { count: incidents.length })}
            {t('accounts.supported', { count: supported })}
          </Sentences>
        )}
      </output>
      {incidents.length === 0 ? null : <WitnessTable incidents={incidents} />}
    </Card>
  )
}
