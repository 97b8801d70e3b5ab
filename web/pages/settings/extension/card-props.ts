import type { Settings } from '../../../../shared/recorder/settings.ts'
import type { Extension } from '../../../data/use-extension.ts'

/** What a card needs that changes a part of the settings. */
export interface SettingsCardProps {
  readonly settings: Settings
  readonly act: Extension['act']
}
