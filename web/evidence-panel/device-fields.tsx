import type { Device } from '../../shared/evidence/kinds/device.ts'
import { useText } from '../locales/use-text.ts'
import { useWording } from '../locales/use-wording.ts'
import { FieldList } from '../parts/field-list.tsx'
import { useZone } from '../state/use-zone.ts'

export function DeviceFields({ device }: { readonly device: Device }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const moment = (at: Device['lastActive']) => (at === null ? null : wording.instant(at, zone))
  return (
    <FieldList
      unknown={t('notSaid')}
      fields={[
        { name: t('field.name'), value: device.name },
        { name: t('field.deviceKind'), value: t(`source.${device.kind ?? 'login_device'}`) },
        { name: t('field.platform'), value: device.platform },
        { name: t('field.client'), value: device.clientVersion },
        { name: t('field.lastActive'), value: moment(device.lastActive) },
        { name: t('field.firstSeen'), value: moment(device.firstSeen) },
        { name: t('field.lastSeen'), value: moment(device.lastSeen) },
      ]}
    />
  )
}
