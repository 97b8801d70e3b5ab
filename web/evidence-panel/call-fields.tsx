import type { ClientCall } from '../../shared/evidence/kinds/client-call.ts'
import { useText } from '../locales/use-text.ts'
import { useWording } from '../locales/use-wording.ts'
import { FieldList } from '../parts/field-list.tsx'
import { WhenText } from '../parts/text/when-text.tsx'

export function CallFields({ call }: { readonly call: ClientCall }) {
  const t = useText()
  const wording = useWording()
  return (
    <FieldList
      unknown={t('notSaid')}
      fields={[
        {
          name: t(call.timeIs === 'start' ? 'field.began' : 'field.ended'),
          value: <WhenText when={call.when} />,
        },
        {
          name: t('field.duration'),
          value: call.durationMs === null ? null : wording.duration(call.durationMs),
        },
        { name: t('field.outcome'), value: t(`outcome.${call.outcome}`) },
        { name: t('field.client'), value: call.client },
        { name: t('field.model'), value: call.model },
        { name: t('field.agent'), value: call.agent },
        {
          name: t('field.subagent'),
          value: call.subagent === null ? null : t(call.subagent ? 'subagent.yes' : 'subagent.no'),
        },
        { name: t('field.inputTokens'), value: call.inputTokens },
        { name: t('field.outputTokens'), value: call.outputTokens },
      ]}
    />
  )
}
