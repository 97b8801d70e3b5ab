import { GIVEN_KINDS } from '../../../../shared/evidence/kinds/kinds.ts'
import { useMemo } from 'react'
import type { RecognisedPiece } from '../../../../shared/intake.ts'
import type { ReadSummary } from '../../../data/intake/jobs.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { ParserText } from '../../../parts/text/parser-text.tsx'
import type { LeftOutPiece } from './left-out.ts'
import './piece-list.css'

interface PieceListProps {
  readonly summary: ReadSummary
  readonly body: string
  readonly leftOut: readonly LeftOutPiece[]
  /** Leaves these pieces out and takes all others; null where the input has no pieces that can be. */
  readonly onLeaveOut: ((pieces: readonly LeftOutPiece[]) => void) | null
}

type Piece = RecognisedPiece

/** A paste of many thousand pieces is summed up by its first ones. */
const MOST = 60

/** The pieces in the order of their lines: where, what it is, how that was told, and what it gave. */
export function PieceList({ summary, body, leftOut, onLeaveOut }: PieceListProps) {
  const t = useText()
  const lines = useMemo(() => body.split('\n'), [body])
  const { pieces, morePieces } = summary
  const left = morePieces + Math.max(0, pieces.length - MOST)
  return (
    <ol className="piece-list">
      {pieces.slice(0, MOST).map((piece) => (
        <li
          key={`${piece.file ?? ''} ${piece.fromLine} ${piece.source}`}
          className={isProse(piece) ? 'piece piece-prose' : 'piece'}
        >
          <span className="piece-lines mono">{linesText(piece, t)}</span>
          <div>
            <p className="piece-what">
              <strong>{isProse(piece) ? t('bringIn.prose') : t(`captureSource.${piece.source}`)}</strong>
              {isProse(piece) ? null : <span className="piece-gave">{gaveText(piece, t)}</span>}
              {isProse(piece) || onLeaveOut === null ? null : (
                <Button
                  kind="quiet"
                  className="piece-leave"
                  aria-label={t('bringIn.leaveOutOf', { lines: linesText(piece, t) })}
                  title={t('bringIn.leaveOutWhy')}
                  onClick={() => onLeaveOut([...leftOut, piece])}
                >
                  {t('bringIn.leaveOut')}
                </Button>
              )}
            </p>
            {isProse(piece) ? null : (
              <p className="piece-why">
                {piece.file === undefined ? null : `${piece.file} · `}
                <ParserText said={piece.why} />
              </p>
            )}
            <p className="piece-excerpt">
              <code>{(lines[piece.fromLine - 1] ?? '').trim().slice(0, 120)}</code>
            </p>
          </div>
        </li>
      ))}
      {leftOut.map((piece) => (
        <LeftOut
          key={`left ${piece.fromLine}`}
          piece={piece}
          onPutBack={() => onLeaveOut?.(leftOut.filter((each) => each !== piece))}
        />
      ))}
      {left > 0 ? <li className="muted">{t('bringIn.morePieces', { count: left })}</li> : null}
    </ol>
  )
}

interface LeftOutProps {
  readonly piece: LeftOutPiece
  readonly onPutBack: () => void
}

/** A piece that was left out, with the way to take it after all. */
function LeftOut({ piece, onPutBack }: LeftOutProps) {
  const t = useText()
  return (
    <li className="piece piece-left">
      <span className="piece-lines mono">{linesText(piece, t)}</span>
      <p className="piece-what">
        <strong>{t('bringIn.leftOutPiece', { what: t(`captureSource.${piece.source}`) })}</strong>
        <Button
          kind="quiet"
          className="piece-leave"
          aria-label={t('bringIn.putBackOf', { lines: linesText(piece, t) })}
          onClick={onPutBack}
        >
          {t('bringIn.putBack')}
        </Button>
      </p>
    </li>
  )
}

const linesText = ({ fromLine, toLine }: LeftOutPiece, t: Text): string =>
  fromLine === toLine
    ? t('bringIn.line', { line: fromLine })
    : t('bringIn.lineRange', { from: fromLine, to: toLine })

/** Words between the evidence: read past, and shown so that no line seems to be missing. */
const isProse = ({ source, counts }: Piece): boolean =>
  source === 'unrecognised' && GIVEN_KINDS.every((kind) => counts[kind] === 0)

function gaveText({ counts }: Piece, t: Text): string {
  const gave = GIVEN_KINDS.flatMap((kind) => {
    const count = counts[kind]
    return count > 0 ? [t(`count.${kind}`, { count })] : []
  })
  return gave.length > 0 ? gave.join(' · ') : t('bringIn.gaveNothing')
}
