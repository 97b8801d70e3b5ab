import { DEFAULT_SETTINGS, settingsSchema } from '../../shared/recorder/settings.ts'
import { storedValue, type StorageArea } from './stored-value.ts'

/** What the user chose; kept in this browser only. */
export const settingsIn = (area: StorageArea) =>
  storedValue(area, 'settings', settingsSchema, DEFAULT_SETTINGS)
