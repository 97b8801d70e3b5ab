import type { CallCost } from '../../shared/evidence/kinds/call-cost.ts'
import { shareBounds } from '../../shared/evidence/share-bounds.ts'
import { useText } from '../locales/use-text.ts'
import { useWording } from '../locales/use-wording.ts'
import { FieldList } from '../parts/field-list.tsx'
import { WhenText } from '../parts/text/when-text.tsx'

export function CostFields({ cost }: { readonly cost: CallCost }) {
  const t = useText()
  const wording = useWording()
  return (
    <FieldList
      unknown={t('notSaid')}
      fields={[
        { name: t('field.when'), value: <WhenText when={cost.when} /> },
        { name: t('field.product'), value: cost.product },
        { name: t('field.share'), value: wording.share(cost) },
        {
          name: t('field.shareWithin'),
          value: t('evidence.between', wording.shareBounds(shareBounds([cost]))),
        },
      ]}
    />
  )
}
