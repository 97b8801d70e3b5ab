import { whenOfBlock } from '../../../../shared/analyse/blocks/attach-annotations.ts'
import type { Incident } from '../../../../shared/analyse/report.ts'
import {
  annotationOf,
  type Annotation,
  type AnnotationKind,
} from '../../../../shared/evidence/kinds/annotation.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** Something written on an incident now. */
export const createAnnotation = (
  { block }: Incident,
  kind: AnnotationKind,
  text: string,
  writtenAt: Instant,
): Annotation =>
  annotationOf({ anchor: block.refs[0] ?? 'record:none', when: whenOfBlock(block), kind, text, writtenAt })
