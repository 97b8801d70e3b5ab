import type { Mark } from '../../shared/evidence/kinds/mark.ts'
import { useText } from '../locales/use-text.ts'
import { FieldList } from '../parts/field-list.tsx'
import { WhenText } from '../parts/text/when-text.tsx'

export function MarkFields({ mark }: { readonly mark: Mark }) {
  const t = useText()
  return (
    <FieldList
      unknown={t('notSaid')}
      fields={[
        { name: t('field.when'), value: <WhenText when={mark.when} /> },
        { name: t('field.markKind'), value: t(`markKind.${mark.kind}`) },
        { name: t('field.text'), value: mark.text === '' ? null : mark.text },
      ]}
    />
  )
}
