import type { Reject } from '../../../../shared/evidence/kinds/reject.ts'
import { useText } from '../../../locales/use-text.ts'
import { ParserText } from '../../../parts/text/parser-text.tsx'
import '../../../parts/plain-table.css'

const MOST = 50

interface RejectListProps {
  readonly rejects: readonly Reject[]
  /** How many there are, shown or not. */
  readonly count: number
}

/** Lines that could not be read, each with its reason: nothing is dropped without a word. */
export function RejectList({ rejects, count }: RejectListProps) {
  const t = useText()
  return (
    <details className="reject-list" open={count <= 5}>
      <summary>{t('bringIn.rejects', { count })}</summary>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('field.readAt')}</th>
              <th scope="col">{t('field.reason')}</th>
              <th scope="col">{t('field.excerpt')}</th>
            </tr>
          </thead>
          <tbody>
            {rejects.slice(0, MOST).map((reject) => (
              <tr key={reject.id}>
                <th scope="row">
                  {reject.line === null ? (reject.path ?? '–') : t('bringIn.line', { line: reject.line })}
                </th>
                <td>
                  <ParserText said={reject.reason} />
                </td>
                <td>
                  <code>{reject.excerpt}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > MOST ? <p className="muted">{t('bringIn.moreRejects', { count: count - MOST })}</p> : null}
    </details>
  )
}
