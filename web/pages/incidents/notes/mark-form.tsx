import { Flag } from 'lucide-react'
import { useId, useState } from 'react'
import type { Incident } from '../../../../shared/analyse/report.ts'
import { markOf, MARK_KINDS, type MarkKind } from '../../../../shared/evidence/kinds/mark.ts'
import { adding } from '../../../../shared/evidence/user-items.ts'
import { clockToPickOn, edgesToPick, readPicked } from '../../../data/picked-span.ts'
import { useUserChange } from '../../../data/use-user-items.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { zoneName } from '../../../parts/zone/zone-choices.ts'
import { useZone } from '../../../state/use-zone.ts'
import '../../../parts/field.css'

const LONGEST = 400

/** A mark from a time to a time, which begin as those of the block that is looked at. */
export function MarkForm({ incident: { block } }: { readonly incident: Incident }) {
  const t = useText()
  const id = useId()
  const zone = useZone()
  const change = useUserChange()
  const clock = clockToPickOn(block, zone)
  const [kind, setKind] = useState<MarkKind>('subagents')
  const [edited, setEdited] = useState<{ readonly from: string; readonly to: string } | null>(null)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const edges = edited ?? edgesToPick(block, clock)
  const picked = readPicked(edges.from, edges.to, clock)
  const problem = picked.ok || !asked ? null : t(`marks.problem.${picked.problem}`)
  const add = async () => {
    setAsked(true)
    if (!picked.ok) return
    const mark = markOf({ kind, when: picked.when, text: text.trim() })
    const done = await change(adding({ marks: [mark] }), t('marks.added', { kind: t(`markKind.${kind}`) }))
    if (!done) return
    setText('')
    setAsked(false)
    setEdited(null)
  }
  return (
    <form
      className="mark-form"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
      noValidate
    >
      <fieldset className="mark-kinds">
        <legend className="field-label">{t('marks.what')}</legend>
        {MARK_KINDS.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name={`${id}-kind`} checked={kind === each} onChange={() => setKind(each)} />
            {t(`markKind.${each}`)}
            <span className="choice-hint">{t(`marks.means.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="mark-edges">
        {(['from', 'to'] as const).map((edge) => (
          <div key={edge} className="field">
            <label htmlFor={`${id}-${edge}`} className="field-label">
              {t(`marks.${edge}`)}
            </label>
            <input
              id={`${id}-${edge}`}
              type="datetime-local"
              step={1}
              className="field-control"
              value={edges[edge]}
              aria-invalid={problem !== null}
              aria-describedby={`${id}-clock`}
              onChange={(event) => setEdited({ ...edges, [edge]: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
      <p id={`${id}-clock`} className="field-hint">
        {clock === null ? t('marks.onWall') : t('marks.onClock', { zone: zoneName(clock, '') })}
      </p>
      <div className="field">
        <label htmlFor={`${id}-text`} className="field-label">
          {t('marks.text')}
        </label>
        <input
          id={`${id}-text`}
          type="text"
          className="field-control"
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {problem === null ? null : (
        <p className="mark-problem" role="alert">
          {problem}
        </p>
      )}
      <Button type="submit" icon={<Flag aria-hidden="true" />}>
        {t('marks.add')}
      </Button>
    </form>
  )
}
