import type { Capture } from '../../shared/evidence/kinds/capture.ts'
import { useText } from '../locales/use-text.ts'
import { useWording } from '../locales/use-wording.ts'
import { FieldList } from '../parts/field-list.tsx'
import { WhenText } from '../parts/text/when-text.tsx'
import { useZone } from '../state/use-zone.ts'

export function CaptureFields({ capture }: { readonly capture: Capture }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  return (
    <FieldList
      unknown={t('notSaid')}
      fields={[
        { name: t('field.captureSource'), value: t(`captureSource.${capture.source}`) },
        { name: t('field.input'), value: capture.input },
        { name: t('field.captured'), value: capture.at === null ? null : wording.instant(capture.at, zone) },
        { name: t('field.rows'), value: capture.rows },
        { name: t('field.oldest'), value: capture.oldest ? <WhenText when={capture.oldest} /> : null },
        { name: t('field.newest'), value: capture.newest ? <WhenText when={capture.newest} /> : null },
      ]}
    />
  )
}
