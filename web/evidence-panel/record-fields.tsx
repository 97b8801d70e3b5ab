import type { UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { useText } from '../locales/use-text.ts'
import { FieldList } from '../parts/field-list.tsx'
import { WhenText } from '../parts/text/when-text.tsx'

export function RecordFields({ record }: { readonly record: UsageRecord }) {
  const t = useText()
  const { when, source } = record
  const printed = when.kind === 'undated' ? null : (when.local?.text ?? null)
  const kind = t(`source.${source.kind}`)
  return (
    <FieldList
      unknown={t('notSaid')}
      fields={[
        { name: t('field.when'), value: <WhenText when={when} /> },
        ...(printed === null ? [] : [{ name: t('field.printed'), value: printed, mono: true }]),
        { name: t('field.outcome'), value: t(`outcome.${record.outcome}`) },
        { name: t('field.status'), value: record.status ?? record.statusText },
        { name: t('field.source'), value: source.name ? `${kind} · ${source.name}` : kind },
        { name: t('field.client'), value: record.userAgent },
        { name: t('field.model'), value: record.model },
        { name: t('field.callType'), value: record.callType },
        { name: t('field.requestId'), value: record.requestId, mono: true },
      ]}
    />
  )
}
