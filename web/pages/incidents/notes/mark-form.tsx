import { Flag } from 'lucide-react'
import { useId, useState } from 'react'
import type { BlockedWindow, Incident } from '../../../../shared/analyse/report.ts'
import { markOf, MARK_KINDS, type MarkKind } from '../../../../shared/evidence/kinds/mark.ts'
import { adding } from '../../../../shared/evidence/user-items.ts'
import { clockToPickOn, edgesToPick, readPicked, type PickingClock } from '../../../data/picked-span.ts'
import { useUserChange } from '../../../data/use-user-items.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { InputField } from '../../../parts/input-field.tsx'
import { RadioChoices } from '../../../parts/radio-choices.tsx'
import { zoneName } from '../../../parts/zone/zone-choices.ts'
import { useZone } from '../../../state/use-zone.ts'

const LONGEST = 400

/** A mark from a time to a time, which begin as those of the block that is looked at. */
export function MarkForm({ incident: { block } }: { readonly incident: Incident }) {
  const t = useText()
  const id = useId()
  const clock = clockToPickOn(block, useZone())
  const { kind, setKind, edges, setEdges, text, setText, problem, add } = useDraft(block, clock)
  return (
    <form
      className="mark-form"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
      noValidate
    >
      <RadioChoices
        className="mark-kinds"
        legend={t('marks.what')}
        value={kind}
        choices={MARK_KINDS.map((value) => ({
          value,
          text: t(`markKind.${value}`),
          hint: t(`marks.means.${value}`),
        }))}
        onChoice={setKind}
      />
      <div className="mark-edges">
        {(['from', 'to'] as const).map((edge) => (
          <InputField
            key={edge}
            label={t(`marks.${edge}`)}
            type="datetime-local"
            step={1}
            value={edges[edge]}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-clock`}
            onText={(at) => setEdges({ ...edges, [edge]: at })}
          />
        ))}
      </div>
      <p id={`${id}-clock`} className="field-hint">
        {clock === null ? t('marks.onWall') : t('marks.onClock', { zone: zoneName(clock, '') })}
      </p>
      <InputField label={t('marks.text')} type="text" maxLength={LONGEST} value={text} onText={setText} />
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

interface Edges {
  readonly from: string
  readonly to: string
}

/** The mark as it has been filled in so far. What is wrong with it is said once it was to be added. */
function useDraft(block: BlockedWindow, clock: PickingClock) {
  const t = useText()
  const change = useUserChange()
  const [kind, setKind] = useState<MarkKind>('subagents')
  const [edited, setEdges] = useState<Edges | null>(null)
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
    setEdges(null)
  }
  return { kind, setKind, edges, setEdges, text, setText, problem, add }
}
