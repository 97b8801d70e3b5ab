import { X } from 'lucide-react'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { useText, type Text } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { PieceList } from './piece-list.tsx'
import { RejectList } from './reject-list.tsx'
import type { ReadStaged } from './staged.ts'

interface InputCardProps {
  readonly read: ReadStaged
  /** Null where taking it away is emptying the box. */
  readonly onRemove: (() => void) | null
}

/** What was recognised in one input, piece by piece with its lines, and what was not. */
export function InputCard({ read: { staged, parsed }, onRemove }: InputCardProps) {
  const t = useText()
  const { rejects } = parsed.evidence
  return (
    <Card
      title={staged.via === 'paste' ? t('bringIn.pasted') : staged.name}
      note={[t('bringIn.lines', { count: linesIn(staged.body) }), ...totalsOf(parsed.evidence, t)].join(
        ' · ',
      )}
      actions={
        onRemove ? (
          <Button
            kind="quiet"
            aria-label={t('bringIn.remove', { name: staged.name })}
            icon={<X aria-hidden="true" />}
            onClick={onRemove}
          />
        ) : null
      }
    >
      {parsed.pieces.length === 0 && rejects.length === 0 ? (
        <p className="muted">{t('bringIn.nothing')}</p>
      ) : (
        <PieceList parsed={parsed} body={staged.body} />
      )}
      {rejects.length > 0 ? <RejectList rejects={rejects} /> : null}
    </Card>
  )
}

/** A line end at the end ends the last line and begins no new one. */
const linesIn = (text: string): number => text.replace(/\n$/, '').split('\n').length

const KINDS = ['records', 'snapshots', 'errors', 'calls', 'costs', 'devices', 'marks'] as const

/** What the whole input gave. */
const totalsOf = (evidence: Evidence, t: Text): readonly string[] =>
  KINDS.flatMap((kind) => {
    const count = evidence[kind].length
    return count > 0 ? [t(`count.${kind}`, { count })] : []
  })
