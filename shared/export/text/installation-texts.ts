import { installationLabel, type InstallationSeen } from '../../evidence/installation.ts'
import { UNKNOWN_ZONE, UTC, type Zone } from '../../time/zone.ts'
import type { Wording } from '../../wording/wording.ts'

/** One line for each installation: how much of the history it saw, and when it wrote that. */
export const installationTexts = (
  installations: readonly InstallationSeen[],
  wording: Wording,
  zone: Zone,
): readonly string[] =>
  installations.map(({ installation, writtenAt, records }) =>
    wording.label(installation.retired ? 'installationRetired' : 'installation', {
      name: installationLabel(installation),
      count: String(records),
      at: wording.instant(writtenAt, zone === UNKNOWN_ZONE ? UTC : zone),
    }),
  )
