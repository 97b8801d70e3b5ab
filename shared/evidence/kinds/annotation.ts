import type { Instant } from '../../time/instant.ts'
import { evidenceId } from '../id.ts'
import type { When } from '../when.ts'

export const ANNOTATION_KINDS = ['note', 'tag', 'claim'] as const
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]

/**
 * What the user wrote on an incident: a note, a tag, or what somebody claimed about it. It is no evidence and changes no
 * verdict. An incident is derived and may change with new evidence, so an annotation is anchored to the first piece of
 * evidence of the block, and keeps the time of the block in case that piece disappears (analyse/blocks/attach-annotations.ts).
 */
export interface Annotation {
  readonly id: string
  /** The id of the first piece of evidence of the block that it was written on. */
  readonly anchor: string
  /** When that block was, as it was then known. */
  readonly when: When
  readonly kind: AnnotationKind
  readonly text: string
  readonly writtenAt: Instant
}

/** An annotation with its id, which covers everything but the time of the block. */
export function annotationOf(parts: Omit<Annotation, 'id'>): Annotation {
  const { anchor, kind, text, writtenAt } = parts
  return { ...parts, id: evidenceId('annotation', anchor, kind, text, writtenAt) }
}

/** Moves an annotation to the new id of its anchor. */
export function reanchor(annotation: Annotation, newIds: ReadonlyMap<string, string>): Annotation {
  const anchor = newIds.get(annotation.anchor)
  return anchor === undefined ? annotation : { ...annotation, anchor }
}
