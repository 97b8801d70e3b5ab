import type { BlockedWindow, Cause, Incident, IncidentPart, Verdict } from '../analyse/report.ts'
import { formatDuration, formatInstant, type Language } from '../time/format.ts'
import { spanLength } from '../time/span.ts'
import { writeWallTime } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import type { Say } from './say.ts'
import { spanText, wallSpanText, zoneToShow } from './span-text.ts'

/**
 * The short answer to "when was I blocked, how sure is that, and why": the block with its grade, then the cause that
 * leads, or what is ruled out and what remains.
 */
export function headlineText(incident: Incident, zone: Zone, language: Language, say: Say): string {
  return headlineSentences(incident, zone, language, say).join(language === 'zh' ? '' : ' ')
}

/** The same one by one, the block first, for a place that can set it apart. */
export const headlineSentences = (
  incident: Incident,
  zone: Zone,
  language: Language,
  say: Say,
): readonly string[] => [
  blockText(incident.block, zone, language, say),
  ...partTexts(incident, zone, language, say),
  ...causeTexts(incident, language, say),
]

/** When a part was: since when, where it is still on. */
export const partSpanText = (part: IncidentPart, zone: Zone, say: Say): string =>
  part.open ? say('headline', 'since', { when: fromText(part, zone, say) }) : blockSpanText(part, zone, say)

/** Each part with its own cause; nothing where there is one. */
function partTexts({ parts }: Incident, zone: Zone, language: Language, say: Say): readonly string[] {
  if (parts.length < 2) return []
  const texts = parts.map((part) =>
    say('headline', 'part', { when: partSpanText(part, zone, say), cause: say('cause', part.leading) }),
  )
  return [say('headline', 'parts', { parts: texts.join(language === 'zh' ? '；' : '; ') })]
}

function blockText(block: BlockedWindow, zone: Zone, language: Language, say: Say): string {
  const grade = say('grade', block.grade)
  if (block.open && !block.within)
    return say('headline', 'block_open', { when: fromText(block, zone, say), grade })
  const when = blockSpanText(block, zone, say)
  if (block.within) return say('headline', 'block_within', { when, grade })
  const duration = formatDuration(blockLength(block), language)
  return block.grade === 'suspected'
    ? say('headline', 'block_suspected', { when, duration })
    : say('headline', 'block', { when, duration, grade })
}

/** From when to when, in the zone, or as the wall clock showed it while the zone is unknown. */
export function blockSpanText(
  { span, local }: Pick<BlockedWindow, 'span' | 'local'>,
  zone: Zone,
  say: Say,
): string {
  if (span) return spanText(span, zone)
  if (local) return say('when', 'local', { range: wallSpanText(local.from, local.to) })
  return say('when', 'undated')
}

function fromText({ span, local }: Pick<BlockedWindow, 'span' | 'local'>, zone: Zone, say: Say): string {
  if (span) return formatInstant(span.from, zoneToShow(zone))
  if (local) return say('when', 'local', { range: writeWallTime(local.from) })
  return say('when', 'undated')
}

/** A zone-less block is as long as its wall times are apart: no offset in use changes that but on the night of a change. */
const blockLength = ({ span, local }: BlockedWindow): number =>
  span ? spanLength(span) : local ? local.to - local.from : 0

function causeTexts(incident: Incident, language: Language, say: Say): string[] {
  const named = (verdict: Verdict) =>
    listText(
      incident.verdicts.filter((each) => each.verdict === verdict).map(({ cause }) => cause),
      language,
      say,
    )
  const supported = named('supported')
  if (incident.leading !== 'unknown' && incident.parts.length > 1) return []
  if (incident.leading !== 'unknown')
    return [say('headline', 'cause', { causes: say('cause', incident.leading) })]
  const ruledOut = incident.block.grade === 'suspected' ? 'ruledOut_suspected' : 'ruledOut'
  const parts = [
    ['several', supported],
    [ruledOut, named('contradicted')],
    ['fits', named('consistent')],
    ['open', named('undecidable')],
  ] as const
  return [
    ...(supported === '' ? [say('headline', 'none')] : []),
    ...parts.flatMap(([name, causes]) => (causes === '' ? [] : [say('headline', name, { causes })])),
  ]
}

function listText(causes: readonly Cause[], language: Language, say: Say): string {
  const names = causes.map((cause) => say('cause', cause))
  return names.join(language === 'zh' ? '、' : ', ')
}
