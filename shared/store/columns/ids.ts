import type { EvidenceKind } from '../../evidence/id.ts'
import type { Column, ReadAt } from './column.ts'
import { bytesOfHex, fixedWidthTexts } from './hex.ts'

/** Evidence ids: 16 bytes each. */
export interface PackedIds {
  readonly kind: EvidenceKind
  readonly bytes: Uint8Array
  /** Ids of another form, by row: none are made today, but none may be lost either. */
  readonly odd: ReadonlyMap<number, string>
}

const ID_BYTES = 16

export const idsOf = (kind: EvidenceKind): Column<string, PackedIds> => ({
  pack: (ids) => packIds(kind, ids),
  open: openIds,
})

function packIds(kind: EvidenceKind, ids: readonly string[]): PackedIds {
  const usual = new RegExp(`^${kind}:[0-9a-f]{32}$`)
  const bytes = new Uint8Array(ids.length * ID_BYTES)
  const odd = new Map<number, string>()
  for (const [row, id] of ids.entries()) {
    if (usual.test(id)) bytesOfHex(id, kind.length + 1, bytes, row * ID_BYTES)
    else odd.set(row, id)
  }
  return { kind, bytes, odd }
}

function openIds({ kind, bytes, odd }: PackedIds): ReadAt<string> {
  const usualAt = fixedWidthTexts(bytes, `${kind}:`, [ID_BYTES])
  return odd.size === 0 ? usualAt : (row) => odd.get(row) ?? usualAt(row)
}
