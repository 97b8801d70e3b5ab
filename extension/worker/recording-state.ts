import type { Site } from '../../shared/recorder/sites.ts'
import type { RecordingState } from './overlay/overlay-words.ts'
import { recordersIn } from './recorder/recorders.ts'
import { settingsIn } from './settings.ts'
import type { StorageArea } from './stored-value.ts'

/** What a strip says of recording on a site; null asks for the popup's, which is of all sites. */
export async function recordingState(area: StorageArea, site: Site | null): Promise<RecordingState> {
  if ((await settingsIn(area).read()).paused) return 'paused'
  const recorders = await recordersIn(area).read()
  const phases = Object.entries(recorders).flatMap(([of, { phase }]) =>
    site === null || of === site ? [phase] : [],
  )
  if (phases.some((phase) => phase === 'resting' || phase === 'reading')) return 'recording'
  if (phases.includes('stopped')) return 'stopped'
  return site === null ? 'ready' : 'listening'
}
