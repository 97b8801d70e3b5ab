import {
  byKind,
  GIVEN_KINDS,
  READ_KINDS,
  type GivenKind,
  type KindCounts,
} from '../../../../shared/evidence/kinds/kinds.ts'
import type { Import } from '../../../../shared/store/imports/read-imports.ts'
import type { Text } from '../../../locales/use-text.ts'

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
  const parts = GIVEN_KINDS.flatMap((kind) =>
    added[kind] > 0 ? [t(`count.${kind}`, { count: added[kind] })] : [],
  )
  return parts.length === 0
    ? t('imports.nothingNew')
    : t('imports.added', { what: parts.join(t('listJoin')) })
}

/** How many pieces of evidence were new; null where it was not counted. */
export function piecesAdded(entry: Import): number | null {
  const added = addedBy(entry)
  return added === null ? null : READ_KINDS.reduce((sum, kind) => sum + added[kind], 0)
}

/** All inputs together; null where it is not known of one. */
function addedBy({ inputs }: Import): KindCounts<GivenKind> | null {
  const counts = inputs?.map(({ added }) => added)
  if (!counts || counts.includes(undefined)) return null
  const sum = (kind: GivenKind) => counts.reduce((total, added) => total + (added?.[kind] ?? 0), 0)
  return byKind(GIVEN_KINDS, sum)
}
