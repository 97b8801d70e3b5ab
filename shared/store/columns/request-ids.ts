import { fixedWidthTexts } from './hex.ts'
import type { ReadAt } from './column.ts'
import { words, type PackedDictionary } from './dictionary.ts'
import { type PackedIds } from './ids.ts'

/**
 * Request ids. The id of a row is its request id where that is a UUID (evidence/kinds/usage-record.ts), so the 16 bytes of
 * the row's id are all that is kept of it; another text is kept as it is.
 */
export interface PackedRequestIds {
  readonly forms: PackedDictionary<RequestIdForm>
  readonly texts: PackedDictionary<string | null>
}

type RequestIdForm = 'none' | 'id' | 'text'

const forms = words<RequestIdForm>()
const texts = words<string | null>()
const UUID_GROUPS = [4, 2, 2, 2, 6]

export function packRequestIds(requestIds: readonly (string | null)[], ids: PackedIds): PackedRequestIds {
  const uuidAt = uuidsOf(ids)
  const form = requestIds.map((requestId, row): RequestIdForm => {
    if (requestId === null) return 'none'
    return requestId === uuidAt(row) ? 'id' : 'text'
  })
  return {
    forms: forms.pack(form),
    texts: texts.pack(requestIds.map((requestId, row) => (form[row] === 'text' ? requestId : null))),
  }
}

export function openRequestIds(
  packed: PackedRequestIds,
  ids: PackedIds,
  length: number,
): ReadAt<string | null> {
  const formAt = forms.open(packed.forms, length)
  const textAt = texts.open(packed.texts, length)
  const uuidAt = uuidsOf(ids)
  return (row) => {
    const form = formAt(row)
    if (form === 'none') return null
    return form === 'id' ? uuidAt(row) : textAt(row)
  }
}

const uuidsOf = ({ bytes }: PackedIds) => fixedWidthTexts(bytes, '', UUID_GROUPS)
