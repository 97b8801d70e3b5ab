import { useMemo } from 'react'
import type { Device } from '../../../../shared/evidence/kinds/device.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'
import { PART_QUESTIONS } from '../../../data/questions/part-question.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { useZone } from '../../../state/use-zone.ts'
import { OpenCell } from './open-cell.tsx'
import { PartTable } from './part-table.tsx'
import type { Column } from './virtual-table.tsx'

/** Devices and keys as the console's lists show them. */
export function DeviceTable() {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const columns = useMemo(() => columnsOf(t, wording, zone), [t, wording, zone])
  return <PartTable part="devices" question={PART_QUESTIONS.devices} columns={columns} />
}

function columnsOf(t: Text, wording: Wording, zone: Zone): readonly Column<Device>[] {
  const moment = (at: Device['lastActive']) => (at === null ? '–' : wording.instant(at, zone))
  return [
    {
      key: 'name',
      title: t('field.name'),
      cell: ({ id, name }) => (
        <OpenCell id={id} title={t('evidence.kind.device')}>
          {name ?? t('timeline.unnamedDevice')}
        </OpenCell>
      ),
    },
    { key: 'kind', title: t('field.deviceKind'), cell: ({ kind }) => t(`source.${kind ?? 'login_device'}`) },
    { key: 'platform', title: t('field.platform'), cell: ({ platform }) => platform ?? '–' },
    { key: 'client', title: t('field.client'), cell: ({ clientVersion }) => clientVersion ?? '–' },
    { key: 'active', title: t('field.lastActive'), cell: ({ lastActive }) => moment(lastActive) },
    { key: 'first', title: t('field.firstSeen'), cell: ({ firstSeen }) => moment(firstSeen) },
    { key: 'last', title: t('field.lastSeen'), cell: ({ lastSeen }) => moment(lastSeen) },
  ]
}
