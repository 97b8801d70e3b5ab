import type { Annotation } from '../../evidence/kinds/annotation.ts'
import { placeWhen } from '../../evidence/local-time.ts'
import type { When } from '../../evidence/when.ts'
import { intersectSpans, span, spanLength, type Span } from '../../time/span.ts'
import { writeWallTime } from '../../time/wall.ts'
import type { Zone } from '../../time/zone.ts'
import type { BlockedWindow, Incident } from '../report.ts'

/** How an annotation found its incident: by the piece of evidence that it hangs on, or only by its time. */
export interface AttachedAnnotation {
  readonly annotation: Annotation
  readonly by: 'evidence' | 'time'
}

export interface AttachedAnnotations {
  /** By incident id; those of one incident in the order in which they were written. */
  readonly byIncident: ReadonlyMap<string, readonly AttachedAnnotation[]>
  /** Those whose block is no longer there: to be listed, never dropped. */
  readonly adrift: readonly Annotation[]
}

/**
 * Puts what the user wrote on incidents back onto them after an analysis, which makes incidents anew and may give them
 * other ids, edges and grades:
 *
 *     anchor among the evidence of a block      that incident (the one that begins with it, if several have it)
 *     else, a block over the same time          the incident that shares most of that time
 *     else                                      adrift
 */
export function attachAnnotations(
  annotations: readonly Annotation[],
  incidents: readonly Incident[],
  zone: Zone,
): AttachedAnnotations {
  const byRef = incidentByRef(
    incidents,
    annotations.map(({ anchor }) => anchor),
  )
  const byIncident = new Map<string, AttachedAnnotation[]>()
  const adrift: Annotation[] = []
  for (const annotation of annotations.toSorted(inOrder)) {
    const own = byRef.get(annotation.anchor)
    const incident = own ?? incidentOver(annotation.when, incidents, zone)
    if (!incident) {
      adrift.push(annotation)
      continue
    }
    const list = byIncident.get(incident.id) ?? []
    byIncident.set(incident.id, [...list, { annotation, by: own ? 'evidence' : 'time' }])
  }
  return { byIncident, adrift }
}

const inOrder = (a: Annotation, b: Annotation): number => a.writtenAt - b.writtenAt || (a.id < b.id ? -1 : 1)

/** A block may rest on thousands of refusals: only the pieces that something hangs on are looked for. */
function incidentByRef(
  incidents: readonly Incident[],
  anchors: readonly string[],
): ReadonlyMap<string, Incident> {
  const wanted = new Set(anchors)
  const found = new Map<string, Incident>()
  if (wanted.size === 0) return found
  for (const incident of incidents)
    for (const [index, ref] of incident.block.refs.entries())
      if (wanted.has(ref) && (index === 0 || !found.has(ref))) found.set(ref, incident)
  return found
}

function incidentOver(when: When, incidents: readonly Incident[], zone: Zone): Incident | null {
  const shared = incidents.flatMap((incident) => {
    const length = sharedLength(when, incident.block, zone)
    return length > 0 ? [{ incident, length }] : []
  })
  return shared.toSorted((a, b) => b.length - a.length)[0]?.incident ?? null
}

/** How much time two have in common, on a clock that both are known on. */
export function sharedLength(when: When, block: BlockedWindow, zone: Zone): number {
  const placed = placeWhen(when, zone)
  const utc = placed.kind === 'span' && block.span ? common(placed.span, block.span) : 0
  if (utc > 0) return utc
  const local = placed.kind === 'undated' ? undefined : placed.local
  if (!local || !block.local) return 0
  return common(span(local.wall, local.wall + local.length), span(block.local.from, block.local.to))
}

function common(a: Span, b: Span): number {
  const both = intersectSpans(a, b)
  return both ? spanLength(both) : 0
}

/**
 * When a block was, to be kept with what is written on it: on the wall clock where the evidence was printed without a
 * zone, so that it moves with that evidence when the zone becomes known.
 */
export function whenOfBlock({ span: range, local }: BlockedWindow): When {
  if (local)
    return {
      kind: 'local',
      local: { text: writeWallTime(local.from), wall: local.from, length: local.to - local.from, zone: null },
    }
  return range ? { kind: 'span', span: range } : { kind: 'undated' }
}
