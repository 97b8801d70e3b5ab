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
  const settled = usePreferences((state) => state.zone)
  const { inputs, setPaste, stage: stageSources, restage, leaveOut, unlock, remove, clear } = useInputs()
  const box = useBox(setPaste)
  const [notTaken, setNotTaken] = useState<NotTaken>({ unreadable: [], leftOut: NONE_LEFT_OUT })
  const [chosen, setAnswer] = useState<ZoneAnswer | null>(null)
  const { kept, failure, busy, keep, takeBack, forget } = useKeeping()

  const stage = useCallback<typeof stageSources>(
    (sources) => {
      forget()
      stageSources(sources)
    },
    [forget, stageSources],
  )
  const addFiles = useCallback(
    ({ files, unreadable, leftOut }: FoundFiles) => {
      setNotTaken({ unreadable, leftOut })
      stage(files.map(({ name, file }) => ({ via: 'file', name, file })))
    },
    [stage],
  )
  return {
    text: box.text,
    setText: (typed: string) => {
      forget()
      box.type(typed)
    },
    inputs,
    pending: inputs.some(({ reading }) => reading.state === 'reading') || box.isAhead(inputs),
    notTaken,
    answer: chosen ?? { zone: settled, onlyHere: false },
    setAnswer,
    kept,
    failure,
    busy,
    stage,
    addFiles,
    leaveOut,
    unlock,
    remove,
    keep: async () => {
      if (!(await keep(inputs, chosen))) return
      box.show('')
      clear()
      setAnswer(null)
    },
    /** Takes the last import back, and stages its inputs again, so that pieces of them can be left out. */
    change: async (last: Kept) => {
      await takeBack(last)
      const pasted = pasteOf(last.staged)
      if (pasted !== null) box.show(pasted)
      restage(last.staged)
    },
    /** It was undone elsewhere on the page. */
    forgetKept: forget,
  }
}

/** What is in the box; what is typed is handed on at a distance. */
function useBox(onText: (text: string) => void) {
  const [text, show] = useState('')
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])
  return {
    text,
    show,
    type: (typed: string) => {
      show(typed)
      clearTimeout(pause.current)
      pause.current = setTimeout(() => onText(typed), PAUSE)
    },
    /** Whether more has been typed than is staged. */
    isAhead: (inputs: readonly Input[]) => text.trim() !== '' && pasteOf(inputs) !== text,
  }
}

const pasteOf = (inputs: readonly Input[]): string | null => {
  const source = inputs.find((input) => input.source.via === 'paste')?.source
  return source && 'body' in source ? source.body : null
}

/** Keeps what was read, and takes it back. */
function useKeeping() {
  const intake = useIntakeWorker()
  const { clock } = useHost()
  const account = usePreferences(accountForImports)
  const setPreference = usePreferences((state) => state.set)
  const [kept, setKept] = useState<Kept | null>(null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const [busy, setBusy] = useState(false)
  /** False where nothing could be kept; why not stands in `failure`. */
  const keep = async (inputs: readonly Input[], chosen: ZoneAnswer | null): Promise<boolean> => {
    setBusy(true)
    setFailure(null)
    try {
      const importId = crypto.randomUUID()
      const zone = chosen?.onlyHere ? chosen.zone : null
      const ready = inputs.filter(({ reading }) => reading.state === 'read').map(({ id }) => id)
      const done = await intake.do('keep', { account, importId, at: clock.now(), inputs: ready, zone })
      if (chosen && !chosen.onlyHere) setPreference({ zone: chosen.zone })
      showKept(account, done)
      setKept({ importId, inputs: done, staged: inputs })
      return true
    } catch (error) {
      setFailure({ error })
      return false
    } finally {
      setBusy(false)
    }
  }
  const takeBack = async ({ importId, inputs }: Kept) => {
    for (const each of new Set(inputs.map((one) => one.account)))
      await intake.do('undo', { account: each, importId })
    setKept(null)
  }
  /** Says no longer what the last keeping did; of an import, only if it was that one. */
  const forget = useCallback(
    (importId?: string) =>
      setKept((last) => (importId === undefined || last?.importId === importId ? null : last)),
    [],
  )
  return { kept, failure, busy, keep, takeBack, forget }
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
