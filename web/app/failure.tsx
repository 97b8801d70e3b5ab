import { StoreError } from '../../shared/store/database/store-error.ts'
import { useText } from '../locales/use-text.ts'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/status/notice.tsx'
import { useHost } from './host-context.ts'

interface FailureProps {
  readonly error: Error
  readonly again: () => void
}

/** What went wrong and what helps, then the error itself in words that can be reported. */
export function Failure({ error, again }: FailureProps) {
  const t = useText()
  const host = useHost()
  const advice = error instanceof StoreError ? t(`failure.store.${error.kind}`) : t('failure.text')
  return (
    <Notice
      kind="error"
      live
      title={t(error instanceof StoreError ? 'failure.storeTitle' : 'failure.title')}
      actions={<Button onClick={again}>{t('failure.again')}</Button>}
    >
      <p>{advice}</p>
      <p className="mono">
        {error.name}: {error.message} · Quotascope {host.version} ({host.kind})
      </p>
    </Notice>
  )
}
