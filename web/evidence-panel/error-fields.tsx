import type { ErrorObservation } from '../../shared/evidence/kinds/error-observation.ts'
import { useText } from '../locales/use-text.ts'
import { useWording } from '../locales/use-wording.ts'
import { CopyUnknownWording } from '../parts/evidence/copy-unknown-wording.tsx'
import { FieldList } from '../parts/field-list.tsx'
import { WhenText } from '../parts/text/when-text.tsx'

export function ErrorFields({ error }: { readonly error: ErrorObservation }) {
  const t = useText()
  const wording = useWording()
  return (
    <FieldList
      unknown={t('notSaid')}
      fields={[
        ...(error.example ? [{ name: t('field.standing'), value: t('evidence.example') }] : []),
        { name: t('field.message'), value: error.message },
        { name: t('field.when'), value: <WhenText when={error.when} /> },
        { name: t('field.errorClass'), value: wording.errorClass(error.errorClass) },
        { name: t('field.status'), value: error.status },
        { name: t('field.type'), value: error.type, mono: true },
        { name: t('field.attempts'), value: error.attempts },
        { name: t('field.client'), value: error.client ?? null },
        ...(error.errorClass === 'other'
          ? [{ name: t('field.unknownWording'), value: <CopyUnknownWording error={error} /> }]
          : []),
      ]}
    />
  )
}
