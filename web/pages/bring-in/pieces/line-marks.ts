import type { CaptureSource } from '../../../../shared/evidence/kinds/capture.ts'
import type { ReadSummary } from '../../../data/intake/jobs.ts'

/** What a line became: evidence of a kind, a line that could not be read, or words in between. */
export type LineKind = 'evidence' | 'reject' | 'prose'

export interface LineMark {
  readonly line: number
  readonly kind: LineKind
  /** What it was taken for; null for prose and rejects. */
  readonly source: CaptureSource | null
  /** The first line of its piece: the others only go on. */
  readonly begins: boolean
}

/** The marks of lines 1 to `count`. Every line belongs to exactly one piece; a reject inside a piece marks its own line. */
export function lineMarks({ pieces, rejects }: ReadSummary, count: number): readonly LineMark[] {
  const unread = new Set(rejects.map(({ line }) => line))
  return pieces.flatMap((piece) => {
    const isProse = piece.source === 'unrecognised'
    const last = Math.min(piece.toLine, count)
    return Array.from({ length: Math.max(0, last - piece.fromLine + 1) }, (_, index): LineMark => {
      const line = piece.fromLine + index
      if (unread.has(line)) return { line, kind: 'reject', source: null, begins: true }
      const afterReject = unread.has(line - 1)
      return {
        line,
        kind: isProse ? 'prose' : 'evidence',
        source: isProse ? null : piece.source,
        begins: index === 0 || afterReject,
      }
    })
  })
}
