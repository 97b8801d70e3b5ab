import type { Analysis } from '../analyse/analysis.ts'
import { lanesOf } from '../analyse/views/lanes.ts'
import { rangeAround } from '../analyse/views/range-around.ts'
import type { Incident } from '../analyse/report.ts'
import { incidentAnswer } from '../analyse/views/answer.ts'
import type { Language } from '../time/format.ts'
import { wordingFor } from '../wording/wording.ts'
import type { PictureTheme } from './svg/picture-look.ts'
import { timelineSvg } from './svg/timeline-svg.ts'

/** Bars of requests in a picture: one for about four pixels. */
const BUCKETS = 250

interface PictureStyle {
  readonly language: Language
  readonly theme: PictureTheme
}

/** The timeline around an incident as an SVG; null where nothing dates the incident. */
export function incidentPicture(
  incident: Incident,
  analysis: Analysis,
  { language, theme }: PictureStyle,
): string | null {
  const { report } = analysis
  const range = rangeAround(incident.block)
  if (!range) return null
  const clock = incident.block.span ? 'utc' : 'wall'
  const lanes = lanesOf(analysis, range, { buckets: BUCKETS, clock })
  const title = wordingFor(language).answer(incidentAnswer(incident, report), report.now, report.zone).state
  return timelineSvg(lanes, { zone: report.zone, language, theme, title })
}

/** A document with more pictures than this would be slow to open, and nobody looks at a hundred. */
const MAX_PICTURES = 12

/** Pictures of the incidents of a report, in its order. */
export const incidentPictures = (analysis: Analysis, style: PictureStyle): readonly string[] =>
  analysis.report.incidents
    .slice(0, MAX_PICTURES)
    .flatMap((incident) => incidentPicture(incident, analysis, style) ?? [])
