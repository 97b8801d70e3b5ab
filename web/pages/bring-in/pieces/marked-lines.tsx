import { CircleCheck, CircleX, Minus, type LucideIcon } from 'lucide-react'
import { useMemo } from 'react'
import type { ReadSummary } from '../../../data/intake/jobs.ts'
import { useText } from '../../../locales/use-text.ts'
import { lineMarks, type LineKind, type LineMark } from './line-marks.ts'
import './marked-lines.css'

interface MarkedLinesProps {
  readonly summary: ReadSummary
  readonly body: string
}

/** A longer paste is told by its pieces below; drawing each of its lines would take longer than reading them. */
const MOST = 400
const LONGEST_LINE = 200

const ICONS: Readonly<Record<LineKind, LucideIcon>> = { evidence: CircleCheck, reject: CircleX, prose: Minus }

/** The lines of a paste, each with what it became, by icon, word and colour. */
export function MarkedLines({ summary, body }: MarkedLinesProps) {
  const t = useText()
  const lines = useMemo(() => body.replace(/\n$/, '').split('\n'), [body])
  const marks = useMemo(() => lineMarks(summary, Math.min(lines.length, MOST)), [summary, lines])
  const nameOf = ({ kind, source }: LineMark) =>
    source === null
      ? t(`bringIn.lineKind.${kind === 'reject' ? 'reject' : 'prose'}`)
      : t(`captureSource.${source}`)
  return (
    // It scrolls, so it must be reachable from the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="marked-lines" tabIndex={0} aria-label={t('bringIn.marked')}>
      <table>
        <caption className="visually-hidden">{t('bringIn.marked')}</caption>
        <tbody>
          {marks.map((mark) => {
            const Icon = ICONS[mark.kind]
            return (
              <tr key={mark.line} className={`line-${mark.kind}`}>
                <th scope="row">{mark.line}</th>
                <td className="line-mark">
                  <Icon aria-hidden="true" />
                  <span className={mark.begins ? undefined : 'visually-hidden'}>{nameOf(mark)}</span>
                </td>
                <td>
                  <code>{(lines[mark.line - 1] ?? '').slice(0, LONGEST_LINE)}</code>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {lines.length > MOST ? (
        <p className="field-hint">{t('bringIn.moreLines', { count: lines.length - MOST })}</p>
      ) : null}
    </section>
  )
}
