import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { keepInput } from '../../../shared/intake.ts'
import type { PutSummary } from '../../../shared/store/put-summary.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { useStore } from '../../data/store-context.ts'
import { usePreferences } from '../../state/preferences.ts'
import { readFiles, type ReadFiles } from './read-files.ts'
import { readStaged, type Staged } from './staged.ts'
import type { ZoneAnswer } from './zone-question.tsx'

/**
 * The state of bringing in: what is in the box and which files wait, what was read in them, the answer about the zone,
 * and what the last keeping did. Reading follows typing at a distance, so that a long paste does not hold up the keys.
 */
export function useIntake() {
  const store = useStore()
  const account = usePreferences((state) => state.account)
  const settled = usePreferences((state) => state.zone)
  const setPreference = usePreferences((state) => state.set)
  const [text, setText] = useState('')
  const [files, setFiles] = useState<readonly Staged[]>([])
  const [refused, setRefused] = useState<ReadFiles['refused']>([])
  const [chosen, setAnswer] = useState<ZoneAnswer | null>(null)
  const [kept, setKept] = useState<readonly PutSummary[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const answer = chosen ?? { zone: settled, onlyHere: false }
  const shownText = useDeferredValue(text)
  const inputs = useMemo(() => {
    const pasted: readonly Staged[] =
      shownText.trim() === '' ? [] : [{ name: 'paste', via: 'paste', body: shownText }]
    return [...pasted, ...files].map((staged) => readStaged(staged, UNKNOWN_ZONE))
  }, [shownText, files])

  const stage = useCallback((staged: readonly Staged[]) => {
    setKept(null)
    setFiles((waiting) => [
      ...waiting.filter(({ name }) => !staged.some((each) => each.name === name)),
      ...staged,
    ])
  }, [])
  const addFiles = useCallback(
    async (picked: Iterable<File>) => {
      const read = await readFiles(picked)
      setRefused(read.refused)
      stage(read.staged)
    },
    [stage],
  )
  const remove = (gone: Staged) => setFiles((waiting) => waiting.filter((each) => each !== gone))
  const keep = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const summaries: PutSummary[] = []
      for (const { staged, parsed } of inputs) {
        const placed = answer.onlyHere ? readStaged(staged, answer.zone).parsed : parsed
        summaries.push(await keepInput(store, account, placed))
      }
      if (!answer.onlyHere) setPreference({ zone: answer.zone })
      setKept(summaries)
      setText('')
      setFiles([])
      setAnswer(null)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  const type = (typed: string) => {
    setKept(null)
    setText(typed)
  }
  return {
    text,
    setText: type,
    inputs,
    pending: shownText !== text,
    refused,
    answer,
    setAnswer,
    kept,
    failure,
    busy,
    stage,
    addFiles,
    remove,
    keep,
  }
}
