import type { Evidence } from '../../../../shared/evidence/evidence.ts'
import type { Import } from '../../../../shared/store/imports/read-imports.ts'
import type { Text } from '../../../locales/use-text.ts'
import { KINDS } from '../pieces/kinds.ts'

/** So many names tell which import it was; a folder has hundreds. */
const NAMES = 3

/** What the inputs of an import were called: `kimi.log, usages.json and 3 more`. */
export function inputsText({ inputs }: Import, t: Text): string {
  if (inputs === null) return t('imports.noNames')
  const names = inputs.map(({ name, via }) => (via === 'paste' ? t('bringIn.pasted') : name))
  const shown = names.slice(0, NAMES).join(t('listJoin'))
  const more = names.length - NAMES
  return more > 0 ? t('imports.andMore', { names: shown, count: more }) : shown
}

/** How much of each kind was new. */
export function addedText(entry: Import, t: Text): string {
  const added = addedBy(entry)
  if (added === null) return t('imports.notCounted')
  const parts = [...KINDS, 'rejects' as const].flatMap((kind) =>
    added[kind] > 0 ? [t(`count.${kind}`, { count: added[kind] })] : [],
  )
  return parts.length === 0
    ? t('imports.nothingNew')
    : t('imports.added', { what: parts.join(t('listJoin')) })
}

/** How many pieces of evidence were new; null where it was not counted. */
export function piecesAdded(entry: Import): number | null {
  const added = addedBy(entry)
  return added === null ? null : KINDS.reduce((sum, kind) => sum + added[kind], 0)
}

type Added = Readonly<Record<keyof Pick<Evidence, (typeof KINDS)[number] | 'rejects'>, number>>

/** All inputs together; null where it is not known of one. */
function addedBy({ inputs }: Import): Added | null {
  const counts = inputs?.map(({ added }) => added)
  if (!counts || counts.includes(undefined)) return null
  const sum = (kind: keyof Added) => counts.reduce((total, added) => total + (added?.[kind] ?? 0), 0)
  return {
    records: sum('records'),
    snapshots: sum('snapshots'),
    errors: sum('errors'),
    calls: sum('calls'),
    costs: sum('costs'),
    devices: sum('devices'),
    marks: sum('marks'),
    rejects: sum('rejects'),
  }
}
