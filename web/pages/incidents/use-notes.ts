import { useMemo } from 'react'
import {
  attachAnnotations,
  whenOfBlock,
  type AttachedAnnotation,
} from '../../../shared/analyse/attach-annotations.ts'
import type { Incident } from '../../../shared/analyse/report.ts'
import { annotationOf, type Annotation, type AnnotationKind } from '../../../shared/evidence/annotation.ts'
import type { Mark } from '../../../shared/evidence/mark.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { useUserItems } from '../../data/use-user-items.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** What the user wrote on the incidents of the report, and what hangs on none of them. */
export interface Notes {
  readonly ready: boolean
  readonly on: (incident: string) => readonly AttachedAnnotation[]
  readonly adrift: readonly Annotation[]
  readonly marks: readonly Mark[]
  /** Tags in use, sorted. */
  readonly tags: readonly string[]
}

const NONE: readonly AttachedAnnotation[] = []

export function useNotes(incidents: readonly Incident[], zone: Zone): Notes {
  const items = useUserItems()
  return useMemo(() => {
    const annotations = items?.annotations ?? []
    const { byIncident, adrift } = attachAnnotations(annotations, incidents, zone)
    const tags = new Set(annotations.flatMap(({ kind, text }) => (kind === 'tag' ? [text] : [])))
    return {
      ready: items !== null,
      on: (incident) => byIncident.get(incident) ?? NONE,
      adrift,
      marks: items?.marks ?? [],
      tags: [...tags].toSorted(),
    }
  }, [items, incidents, zone])
}

/** Something written on an incident now. */
export const writeOn = (
  { block }: Incident,
  kind: AnnotationKind,
  text: string,
  writtenAt: Instant,
): Annotation =>
  annotationOf({ anchor: block.refs[0] ?? 'record:none', when: whenOfBlock(block), kind, text, writtenAt })
