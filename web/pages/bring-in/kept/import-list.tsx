import { useEffect, useRef, useState } from 'react'
import type { Import } from '../../../../shared/store/imports/read-imports.ts'
import { useIntakeWorker } from '../../../data/intake-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { errorText } from '../../../parts/text/error-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Notice } from '../../../parts/status/notice.tsx'
import { usePreferences } from '../../../state/preferences.ts'
import { ImportEntry } from './import-entry.tsx'
import { piecesAdded } from '../given/import-texts.ts'
import { UndoImportDialog } from './undo-import-dialog.tsx'
import './import-list.css'

/** What is shown at first: what one may still want back lies near the top. */
const LATEST = 10
/** More pieces than this are not taken away by a slip; nor is what nobody has counted. */
const MANY = 1_000

type Said = { readonly kind: 'info' | 'error'; readonly text: string }

interface ImportListProps {
  readonly imports: readonly Import[]
  readonly onUndone: (id: string) => void
}

/** The imports that were made before, each of which can be undone. */
export function ImportList({ imports, onUndone }: ImportListProps) {
  const t = useText()
  const intake = useIntakeWorker()
  const account = usePreferences((state) => state.account)
  const [isWhole, setIsWhole] = useState(false)
  const [asked, setAsked] = useState<Import | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const answer = useRef<HTMLDivElement>(null)
  // The button that was pressed goes with its line.
  useEffect(() => {
    if (said) answer.current?.focus({ preventScroll: true })
  }, [said])
  const undo = async ({ id }: Import) => {
    setAsked(null)
    setSaid(null)
    setBusy(id)
    try {
      await intake.do('undo', { account, importId: id })
      onUndone(id)
      setSaid({ kind: 'info', text: t('bringIn.undone') })
    } catch (error) {
      setSaid({ kind: 'error', text: errorText(error, t) })
    } finally {
      setBusy(null)
    }
  }
  if (imports.length === 0 && !said) return null
  const shown = isWhole ? imports : imports.slice(0, LATEST)
  return (
    <Card className="imports" title={t('imports.title')} note={t('imports.note')}>
      <div ref={answer} tabIndex={-1} className="imports-said">
        {said ? <Notice kind={said.kind} live title={said.text} /> : null}
      </div>
      <ul>
        {shown.map((entry) => (
          <ImportEntry
            key={entry.id}
            entry={entry}
            busy={busy !== null}
            onUndo={() => ((piecesAdded(entry) ?? Infinity) > MANY ? setAsked(entry) : void undo(entry))}
          />
        ))}
      </ul>
      {shown.length < imports.length ? (
        <Button kind="quiet" onClick={() => setIsWhole(true)}>
          {t('imports.showAll', { count: imports.length })}
        </Button>
      ) : null}
      {asked ? (
        <UndoImportDialog entry={asked} onUndo={() => void undo(asked)} onClose={() => setAsked(null)} />
      ) : null}
    </Card>
  )
}
