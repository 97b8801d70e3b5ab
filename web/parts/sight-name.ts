import { installationLabel, type Installation } from '../../shared/evidence/installation.ts'
import type { Text } from '../locales/use-text.ts'

/** What an installation is called where it is listed beside others; the first is this one. */
export const sightName = (installation: Installation, index: number, t: Text): string =>
  index === 0 ? t('records.here', { name: installationLabel(installation) }) : installationLabel(installation)
