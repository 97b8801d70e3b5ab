import type { ExtensionStatus } from '../../../../shared/recorder/status.ts'
import { PAGE_LIMITS } from '../../../../shared/recorder/page-limits.ts'
import { byteText } from '../../../parts/text/byte-text.ts'
import { useText } from '../../../locales/use-text.ts'
import { Card } from '../../../parts/card.tsx'
import { FieldList } from '../../../parts/field-list.tsx'
import { Notice } from '../../../parts/status/notice.tsx'
import { useMoment } from './use-moment.ts'

type Health = ExtensionStatus['health']

/** Whether recording goes well: what came in last, what could not be read, what is new in the service's answers. */
export function HealthCard({ status }: { readonly status: ExtensionStatus }) {
  const t = useText()
  const { health, version } = status
  return (
    <Card title={t('health.title')} note={t('health.note', { version })}>
      <Troubles health={health} />
      <FieldList
        unknown={t('health.none')}
        fields={[
          { name: t('health.waiting'), value: health.waiting },
          { name: t('health.rejects'), value: health.rejects },
          { name: t('health.refused'), value: health.refused },
          { name: t('health.raw'), value: `${health.rawCount} · ${byteText(health.rawBytes)}` },
        ]}
      />
      <LastCaptures captures={health.lastCaptures} />
      <Drift fields={health.unknownFields} />
    </Card>
  )
}

/** What somebody should do something about: nothing is kept, a page held too much, a text could not be read. */
function Troubles({ health: { trouble, reached, setAside, unread } }: { readonly health: Health }) {
  const t = useText()
  const moment = useMoment()
  return (
    <>
      {trouble === null ? null : (
        <Notice kind="error" title={t('health.trouble', { at: moment(trouble.at) })}>
          <p>{t(`failure.store.${trouble.kind}`)}</p>
        </Notice>
      )}
      {reached.length === 0 ? null : (
        <Notice kind="warn" title={t('health.reached', { count: reached.length })}>
          <ul>
            {reached.map(({ limit, at }) => (
              <li key={`${limit} ${at}`}>
                {moment(at)} {t(`health.limit.${limit}`, { most: PAGE_LIMITS[limit].toLocaleString('en') })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {setAside === 0 ? null : (
        <Notice kind="warn" title={t('health.setAside', { count: setAside })}>
          <p>{t('health.setAsideNote')}</p>
          <ul>
            {unread.map(({ source, at, length, shape }) => (
              <li key={`${at} ${length} ${shape}`}>
                {moment(at)} <span className="mono">{`${source ?? ''} ${byteText(length)}: ${shape}`}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function LastCaptures({ captures }: { readonly captures: Health['lastCaptures'] }) {
  const t = useText()
  const moment = useMoment()
  return (
    <div>
      <h3 className="field-label">{t('health.last')}</h3>
      {captures.length === 0 ? <p className="muted">{t('health.nothingYet')}</p> : null}
      <ul className="plain-list">
        {captures.map(({ source, at, rows }) => (
          <li key={source}>
            <span className="mono">{source}</span> {moment(at)}{' '}
            {rows > 0 ? <span className="muted">{t('health.rows', { count: rows })}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Fields of the service's answers that nobody knew when this version was made. */
function Drift({ fields }: { readonly fields: Health['unknownFields'] }) {
  const t = useText()
  if (fields.length === 0) return <p className="muted">{t('health.noDrift')}</p>
  return (
    <details>
      <summary>{t('health.drift', { count: fields.length })}</summary>
      <ul className="plain-list">
        {fields.map(({ source, path, count }) => (
          <li key={`${source} ${path}`}>
            <span className="mono">{`${source}: ${path}`}</span>{' '}
            <span className="muted">{t('health.times', { count })}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
