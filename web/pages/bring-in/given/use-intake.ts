import { useCallback, useEffect, useRef, useState } from 'react'
import { isSharedHistory } from '../../../../shared/evidence/shared-history.ts'
import { UNKNOWN_ZONE } from '../../../../shared/time/zone.ts'
import { useHost } from '../../../app/host-context.ts'
import { useIntakeWorker } from '../../../data/intake-context.ts'
import type { KeptInput } from '../../../data/intake/jobs.ts'
import { accountForImports, showHistory, usePreferences } from '../../../state/preferences.ts'
import { NONE_LEFT_OUT, type FoundFiles } from './files-in.ts'
import type { Input } from '../staged.ts'
import { useInputs } from './use-inputs.ts'
import type { ZoneAnswer } from './zone-question.tsx'

/** Typing is followed at a distance, so that not each letter is read. Milliseconds. */
const PAUSE = 150

/** What the last keeping did, and under which name it can be undone. */
export interface Kept {
  readonly importId: string
  readonly inputs: readonly KeptInput[]
  /** The inputs as they were staged, to change what of them is kept. */
  readonly staged: readonly Input[]
}

/** What of the last files that were picked or dropped does not wait to be kept. */
type NotTaken = Pick<FoundFiles, 'unreadable' | 'leftOut'>

/**
 * The state of bringing in: what is in the box and which files wait, what was read in them, the answer about the zone,
 * and what the last keeping did.
 */
export function useIntake() {
  const intake = useIntakeWorker()
  const { clock } = useHost()
  const account = usePreferences(accountForImports)
  const settled = usePreferences((state) => state.zone)
  const setPreference = usePreferences((state) => state.set)
  const { inputs, setPaste, stage: stageSources, restage, leaveOut, unlock, remove, clear } = useInputs()
  const [text, setText] = useState('')
  const [notTaken, setNotTaken] = useState<NotTaken>({ unreadable: [], leftOut: NONE_LEFT_OUT })
  const [chosen, setAnswer] = useState<ZoneAnswer | null>(null)
  const [kept, setKept] = useState<Kept | null>(null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const [busy, setBusy] = useState(false)
  const answer = chosen ?? { zone: settled, onlyHere: false }
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])

  const stage = useCallback<typeof stageSources>(
    (sources) => {
      setKept(null)
      stageSources(sources)
    },
    [stageSources],
  )
  const addFiles = useCallback(
    ({ files, unreadable, leftOut }: FoundFiles) => {
      setNotTaken({ unreadable, leftOut })
      stage(files.map(({ name, file }) => ({ via: 'file', name, file })))
    },
    [stage],
  )
  const keep = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const importId = crypto.randomUUID()
      const zone = answer.onlyHere ? answer.zone : null
      const ready = inputs.filter(({ reading }) => reading.state === 'read').map(({ id }) => id)
      const done = await intake.do('keep', { account, importId, at: clock.now(), inputs: ready, zone })
      if (chosen && !chosen.onlyHere) setPreference({ zone: chosen.zone })
      showKept(account, done)
      setKept({ importId, inputs: done, staged: inputs })
      setText('')
      clear()
      setAnswer(null)
    } catch (error) {
      setFailure({ error })
    } finally {
      setBusy(false)
    }
  }
  /** Takes the last import back, and stages its inputs again, so that pieces of them can be left out. */
  const change = async ({ importId, inputs: done, staged }: Kept) => {
    for (const each of new Set(done.map((one) => one.account)))
      await intake.do('undo', { account: each, importId })
    setKept(null)
    const box = staged.find(({ source }) => source.via === 'paste')?.source
    if (box && 'body' in box) setText(box.body)
    restage(staged)
  }
  /** It was undone elsewhere on the page. */
  const forgetKept = (importId: string) => setKept((last) => (last?.importId === importId ? null : last))
  const type = (typed: string) => {
    setKept(null)
    setText(typed)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => setPaste(typed), PAUSE)
  }
  const pasted = inputs.find(({ source }) => source.via === 'paste')?.source
  return {
    text,
    setText: type,
    inputs,
    pending:
      inputs.some(({ reading }) => reading.state === 'reading') ||
      (text.trim() !== '' && (!pasted || !('body' in pasted) || pasted.body !== text)),
    notTaken,
    answer,
    setAnswer,
    kept,
    failure,
    busy,
    stage,
    addFiles,
    leaveOut,
    change,
    unlock,
    remove,
    keep,
    forgetKept,
  }
}

/**
 * Shows the history that an import went to: a redacted bundle opens as one of its own. The zone that a bundle was written
 * in comes with it, and to one's own evidence where none had been settled.
 */
function showKept(own: string, kept: readonly KeptInput[]): void {
  const { zone, sharedZones, set } = usePreferences.getState()
  const bundles = kept.flatMap(({ account, bundle }) => (bundle ? [{ account, zone: bundle.zone }] : []))
  const shared = bundles.filter(({ account }) => isSharedHistory(account))
  const first = bundles.find(({ account, zone: of }) => account === own && of !== UNKNOWN_ZONE)
  set({
    zone: zone === UNKNOWN_ZONE ? (first?.zone ?? zone) : zone,
    sharedZones: {
      ...Object.fromEntries(shared.map(({ account, zone: of }) => [account, of])),
      ...sharedZones,
    },
  })
  const opened = kept.every(({ account }) => isSharedHistory(account)) ? kept.at(-1)?.account : own
  showHistory(opened ?? own)
}
