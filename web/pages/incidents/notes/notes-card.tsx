import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { AttachedAnnotation } from '../../../../shared/analyse/blocks/attach-annotations.ts'
import type { Incident } from '../../../../shared/analyse/report.ts'
import { adding, inverseOf } from '../../../../shared/evidence/user-items.ts'
import { useHost } from '../../../app/host-context.ts'
import { useUserChange } from '../../../data/use-user-items.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { useZone } from '../../../state/use-zone.ts'
import { createAnnotation } from '../claims/create-annotation.ts'
import '../../../parts/field.css'
import './notes-card.css'

/** As long as a bundle takes a text to be. */
const LONGEST = 4_000

interface NotesCardProps {
  readonly incident: Incident
  readonly attached: readonly AttachedAnnotation[]
}

/** Notes on an incident: what the user knows and the evidence does not say. */
export function NotesCard({ incident, attached }: NotesCardProps) {
  const t = useText()
  const id = useId()
  const { clock } = useHost()
  const change = useUserChange()
  const [text, setText] = useState('')
  const notes = attached.filter(({ annotation }) => annotation.kind === 'note')
  const keep = async () => {
    const said = text.trim()
    if (said === '') return
    const note = createAnnotation(incident, 'note', said, clock.now())
    if (await change(adding({ annotations: [note] }), t('notes.added'))) setText('')
  }
  return (
    <Card title={t('notes.title')} note={t('notes.note')}>
      {notes.length > 0 ? (
        <ul className="notes">
          {notes.map((each) => (
            <NoteEntry key={each.annotation.id} attached={each} />
          ))}
        </ul>
      ) : null}
      <form
        className="note-form"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <label htmlFor={id} className="visually-hidden">
          {t('notes.write')}
        </label>
        <textarea
          id={id}
          className="field-control note-box"
          rows={2}
          maxLength={LONGEST}
          placeholder={t('notes.placeholder')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            void keep()
          }}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('notes.keep')}
        </Button>
      </form>
    </Card>
  )
}

function NoteEntry({ attached: { annotation, by } }: { readonly attached: AttachedAnnotation }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const change = useUserChange()
  return (
    <li className="note">
      <p className="note-text">{annotation.text}</p>
      <p className="note-meta">
        {t('notes.written', { at: wording.instant(annotation.writtenAt, zone) })}
        {by === 'time' ? ` · ${t('notes.byTime')}` : null}
      </p>
      <Button
        kind="quiet"
        aria-label={t('notes.removeNote', { text: annotation.text.slice(0, 40) })}
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => void change(inverseOf(adding({ annotations: [annotation] })), t('notes.removed'))}
      />
    </li>
  )
}
