import type { OverlayModel } from '../../../extension/messages/overlay-model.ts'
import { overlayFrom } from '../../../extension/worker/overlay/overlay-from.ts'
import type { RecordingState } from '../../../extension/worker/overlay/overlay-words.ts'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { overviewOf } from '../../../shared/analyse/views/overview.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { Language } from '../../../shared/time/format.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { KnownZone } from '../../../shared/time/zone.ts'

/** The strip's model of this evidence. */
export function overlayOf(
  evidence: Evidence,
  now: Instant,
  zone: KnownZone,
  language: Language,
  recording: RecordingState = 'listening',
): OverlayModel {
  const analysis = analyse(evidence, { now, zone, rules: DEFAULT_RULES })
  const overview = overviewOf(analysis)
  return overlayFrom({ ...analysis, overview, records: overview.records }, language, recording)
}
