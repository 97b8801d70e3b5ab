import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import '../../parts/plain-table.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Long text that may take several lines. */
  readonly wrap?: boolean
}

interface VirtualTableProps<Row extends { readonly id: string }> {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
}

const ROW_HEIGHT = 36

/** A table of any length: only the rows in view are in the page, and two empty rows hold the room of the others. */
export function VirtualTable<Row extends { readonly id: string }>({
  caption,
  rows,
  columns,
}: VirtualTableProps<Row>) {
  const box = useRef<HTMLElement>(null)
  // The compiler that this warning is about is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const shown = virtual.getVirtualItems()
  const before = shown[0]?.start ?? 0
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    // It scrolls, so it must be reachable from the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={box} className="virtual-table" tabIndex={0} aria-label={caption}>
      <table className="plain-table" aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Room height={before} columns={columns.length} />
          {shown.map(({ index }) => {
            const row = rows[index]
            return row ? (
              <tr key={row.id} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
                {columns.map(({ key, cell, wrap }) => (
                  <td key={key} className={wrap ? 'wrap' : undefined}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ) : null
          })}
          <Room height={after} columns={columns.length} />
        </tbody>
      </table>
    </section>
  )
}

function Room({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={columns} className="room">
        &nbsp;
      </td>
    </tr>
  )
}
