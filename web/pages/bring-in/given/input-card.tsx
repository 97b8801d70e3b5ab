import { X } from 'lucide-react'
import type { ReadSummary } from '../../../data/intake/jobs.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { errorText } from '../../../parts/text/error-text.ts'
import { Button } from '../../../parts/button.tsx'
import { byteText } from '../../../parts/text/byte-text.ts'
import { Card } from '../../../parts/card.tsx'
import { READ_KINDS } from '../../../../shared/evidence/kinds/kinds.ts'
import { hasLines, type LeftOutPiece } from '../pieces/left-out.ts'
import { MarkedLines } from '../pieces/marked-lines.tsx'
import { PieceList } from '../pieces/piece-list.tsx'
import { ReadingBar } from '../reading-bar.tsx'
import { RejectList } from '../pieces/reject-list.tsx'
import type { Input } from '../staged.ts'
import { UnlockForm } from './unlock-form.tsx'

interface InputCardProps {
  readonly input: Input
  readonly onLeaveOut: (pieces: readonly LeftOutPiece[]) => void
  readonly onUnlock: (passphrase: string) => void
  readonly onRemove: () => void
}

/** What was recognised in one input, line by line or piece by piece, and what was not; or how far reading it is. */
export function InputCard({ input, onLeaveOut, onUnlock, onRemove }: InputCardProps) {
  const t = useText()
  const { source, reading, leftOut } = input
  const isPaste = source.via === 'paste'
  const size =
    'body' in source ? t('bringIn.lines', { count: linesIn(source.body) }) : byteText(source.file.size)
  const totals = reading.state === 'read' ? totalsOf(reading.summary, t) : []
  const removal =
    reading.state === 'reading'
      ? t('bringIn.cancel', { name: source.name })
      : t('bringIn.remove', { name: source.name })
  return (
    <Card
      title={isPaste ? t('bringIn.pasted') : source.name}
      note={[size, ...totals].join(' · ')}
      actions={
        isPaste ? null : (
          <Button kind="quiet" aria-label={removal} icon={<X aria-hidden="true" />} onClick={onRemove} />
        )
      }
    >
      {reading.state === 'reading' ? <ReadingBar name={source.name} progress={reading.progress} /> : null}
      {reading.state === 'failed' ? <p role="alert">{errorText(reading.error, t)}</p> : null}
      {reading.state === 'locked' ? (
        <UnlockForm name={source.name} why={reading.why} busy={reading.busy} onUnlock={onUnlock} />
      ) : null}
      {reading.state === 'read' ? (
        <Recognised summary={reading.summary} source={source} leftOut={leftOut} onLeaveOut={onLeaveOut} />
      ) : null}
    </Card>
  )
}

interface RecognisedProps extends Pick<Input, 'source' | 'leftOut'> {
  readonly summary: ReadSummary
  readonly onLeaveOut: (pieces: readonly LeftOutPiece[]) => void
}

function Recognised({ summary, source, leftOut, onLeaveOut }: RecognisedProps) {
  const t = useText()
  const body = 'body' in source ? source.body : null
  const { pieces, rejects, totals } = summary
  if (pieces.length === 0 && rejects.length === 0 && leftOut.length === 0)
    return <p className="muted">{t('bringIn.nothing')}</p>
  return (
    <>
      {body === null ? null : <MarkedLines summary={summary} body={body} />}
      <PieceList
        summary={summary}
        body={body ?? ''}
        leftOut={leftOut}
        onLeaveOut={leftOut.length > 0 || hasLines(source, pieces) ? onLeaveOut : null}
      />
      {totals.rejects > 0 ? <RejectList rejects={rejects} count={totals.rejects} /> : null}
    </>
  )
}

/** A line end at the end ends the last line and begins no new one. */
const linesIn = (text: string): number => text.replace(/\n$/, '').split('\n').length

/** What the whole input gave. */
const totalsOf = ({ totals }: ReadSummary, t: Text): readonly string[] =>
  READ_KINDS.flatMap((kind) => (totals[kind] > 0 ? [t(`count.${kind}`, { count: totals[kind] })] : []))
