import type { FieldKind, FieldRow } from './field-row.ts'

const modules = import.meta.glob<{ readonly field: FieldKind }>('./rows/*.ts', { eager: true })

/** Every file of `rows`. */
export const KINDS: readonly FieldKind[] = Object.values(modules).map(({ field }) => field)

/** Every row under its name, `kind: name`. */
export const ROWS: readonly (readonly [name: string, row: FieldRow])[] = KINDS.flatMap(({ kind, rows }) =>
  rows.map((row) => [`${kind}: ${row.name}`, row] as const),
)
