import { Trash2 } from 'lucide-react'
import type { Annotation } from '../../../shared/evidence/kinds/annotation.ts'
import { adding, inverseOf } from '../../../shared/evidence/user-items.ts'
import { useUserChange } from '../../data/use-user-items.ts'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { WhenText } from '../../parts/text/when-text.tsx'
import './notes/notes-card.css'

/** What was written on blocks that the evidence no longer shows: it comes back with them, and is never dropped. */
export function AdriftNotes({ adrift }: { readonly adrift: readonly Annotation[] }) {
  const t = useText()
  const change = useUserChange()
  if (adrift.length === 0) return null
  return (
    <Card title={t('notes.adrift')} note={t('notes.adriftNote')}>
      <ul className="notes">
        {adrift.map((annotation) => (
          <li key={annotation.id} className="note">
            <p className="note-text">{annotation.text}</p>
            <p className="note-meta">
              {t(`notes.kind.${annotation.kind}`)} · {t('notes.blockWas')} <WhenText when={annotation.when} />
            </p>
            <Button
              kind="quiet"
              aria-label={t('notes.removeNote', { text: annotation.text.slice(0, 40) })}
              icon={<Trash2 aria-hidden="true" />}
              onClick={() =>
                void change(inverseOf(adding({ annotations: [annotation] })), t('notes.removed'))
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
