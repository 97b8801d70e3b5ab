import { Plus, Tag, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { AttachedAnnotation } from '../../../../shared/analyse/blocks/attach-annotations.ts'
import type { Incident } from '../../../../shared/analyse/report.ts'
import { adding, inverseOf } from '../../../../shared/evidence/user-items.ts'
import { useHost } from '../../../app/host-context.ts'
import { useUserChange } from '../../../data/use-user-items.ts'
import { useText } from '../../../locales/use-text.ts'
import { createAnnotation } from '../claims/create-annotation.ts'
import './tag-row.css'

const LONGEST = 40

interface TagRowProps {
  readonly incident: Incident
  readonly attached: readonly AttachedAnnotation[]
  /** Tags in use anywhere, offered while one is typed. */
  readonly known: readonly string[]
}

/** The tags of an incident, and a field for one more. */
export function TagRow({ incident, attached, known }: TagRowProps) {
  const t = useText()
  const { clock } = useHost()
  const change = useUserChange()
  const tags = attached.filter(({ annotation }) => annotation.kind === 'tag')
  const own = new Set(tags.map(({ annotation }) => annotation.text))
  const add = (tag: string) => {
    if (own.has(tag)) return
    void change(
      adding({ annotations: [createAnnotation(incident, 'tag', tag, clock.now())] }),
      t('tags.added', { tag }),
    )
  }
  const remove = ({ annotation }: AttachedAnnotation) =>
    change(inverseOf(adding({ annotations: [annotation] })), t('tags.removed', { tag: annotation.text }))
  return (
    <div className="tag-row">
      <Tag aria-hidden="true" />
      <ul className="tags" aria-label={t('tags.label')}>
        {tags.map((tag) => (
          <li key={tag.annotation.id} className="tag">
            {tag.annotation.text}
            <button
              type="button"
              aria-label={t('tags.remove', { tag: tag.annotation.text })}
              onClick={() => void remove(tag)}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <TagForm offered={known.filter((tag) => !own.has(tag))} onAdd={add} />
    </div>
  )
}

interface TagFormProps {
  readonly offered: readonly string[]
  readonly onAdd: (tag: string) => void
}

function TagForm({ offered, onAdd }: TagFormProps) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState('')
  const add = () => {
    const tag = text.trim().replaceAll(/\s+/g, ' ')
    setText('')
    if (tag !== '') onAdd(tag)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        type="text"
        className="tag-field"
        list={`${id}-known`}
        maxLength={LONGEST}
        aria-label={t('tags.add')}
        placeholder={t('tags.add')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {offered.map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </datalist>
      <button type="submit" className="tag-add" aria-label={t('tags.keep')} disabled={text.trim() === ''}>
        <Plus aria-hidden="true" />
      </button>
    </form>
  )
}
