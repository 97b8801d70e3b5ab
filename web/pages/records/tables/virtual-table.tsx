import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'
import type { RowsPage } from '../../../data/questions/rows/rows-question.ts'
import { pageAround } from '../page-around.ts'
import '../../../parts/plain-table.css'

export interface Column<Row> {
  readonly key: string
  readonly title: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Long text that may take several lines. */
  readonly wrap?: boolean
  readonly sorted?: 'ascending' | 'descending'
}

interface VirtualTableProps<Row extends { readonly id: string }> {
  readonly caption: string
  /** The rows that are there; of the others only their number is known. */
  readonly page: RowsPage<Row>
  readonly columns: readonly Column<Row>[]
  /** Told which rows are wanted when others come into view. */
  readonly onOffset: (offset: number) => void
  readonly busy: boolean
}

const ROW_HEIGHT = 36
/** Browsers cut an element off at about 33 million pixels; more rows than fit are laid closer for the scroll bar. */
const TALLEST = 30_000_000

/**
 * A table of any length: only the rows in view are in the page, and two empty rows hold the room of the others. Rows that
 * have not come yet are drawn as dots.
 */
export function VirtualTable<Row extends { readonly id: string }>({
  caption,
  page,
  columns,
  onOffset,
  busy,
}: VirtualTableProps<Row>) {
  const box = useRef<HTMLElement>(null)
  const { total } = page
  const isTall = total * ROW_HEIGHT > TALLEST
  // The compiler that this warning is about is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => (isTall ? TALLEST / total : ROW_HEIGHT),
    overscan: 12,
  })
  const shown = virtual.getVirtualItems()
  const before = shown[0]?.start ?? 0
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  const wanted = pageAround(shown[0]?.index ?? 0)
  useEffect(() => onOffset(wanted), [onOffset, wanted])
  return (
    // It scrolls, so it must be reachable from the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={box} className="virtual-table" tabIndex={0} aria-label={caption} aria-busy={busy}>
      <table className="plain-table" aria-rowcount={total + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, title, sorted }) => (
              <th key={key} scope="col" aria-sort={sorted}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Room height={before} columns={columns.length} />
          {shown.map(({ index }) => {
            const row = page.rows[index - page.offset]
            return (
              <tr
                key={row?.id ?? index}
                ref={isTall ? undefined : virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
              >
                {columns.map(({ key, cell, wrap }) => (
                  <td key={key} className={wrap ? 'wrap' : undefined}>
                    {row ? cell(row) : '…'}
                  </td>
                ))}
              </tr>
            )
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
