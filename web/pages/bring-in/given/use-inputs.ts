import { useCallback, useRef, useState } from 'react'
import { useIntakeWorker } from '../../../data/intake-context.ts'
import type { Source } from '../../../data/intake/jobs.ts'
import { decryptBundle, looksEncrypted } from '../../../../shared/export/bundle/encrypted-bundle.ts'
import { withoutPieces, type LeftOutPiece } from '../pieces/left-out.ts'
import type { Input, Reading } from '../staged.ts'

/** The id of what is in the box; files have numbers. */
const PASTE = 'paste'

/** The inputs that wait to be kept. Each is read in the worker as it comes; one that is taken away stops being read. */
export function useInputs() {
  const intake = useIntakeWorker()
  const [inputs, setInputs] = useState<readonly Input[]>([])
  const nextFile = useRef(1)

  const show = useCallback((id: string, source: Source, reading: Reading) => {
    setInputs((all) =>
      all.map((each) => (each.id === id && each.source === source ? { ...each, reading } : each)),
    )
  }, [])
  const { read, stop } = useReading(show)

  const put = useCallback(
    (id: string, source: Source, leftOut: readonly LeftOutPiece[] = []) => {
      const input: Input = { id, source, leftOut, reading: { state: 'reading', progress: null } }
      setInputs((all) => [...all.filter((each) => each.id !== id && !isSame(each.source, source)), input])
      void read(id, source, leftOut)
    },
    [read],
  )
  /** Leaves pieces of an input out, and reads the rest in their place; none: all of it is read again. */
  const leaveOut = useCallback(
    (id: string, leftOut: readonly LeftOutPiece[]) => {
      const reading = { state: 'reading', progress: null } as const
      setInputs((all) => all.map((each) => (each.id === id ? { ...each, leftOut, reading } : each)))
      const input = inputs.find((each) => each.id === id)
      if (input) void read(id, input.source, leftOut)
    },
    [inputs, read],
  )
  const remove = useCallback(
    (id: string) => {
      stop(id)
      setInputs((all) => all.filter((each) => each.id !== id))
      void intake.do('forget', { input: id }).catch(() => undefined) // a worker that is gone holds nothing
    },
    [intake, stop],
  )
  const setPaste = useCallback(
    (text: string) => {
      if (text.trim() === '') remove(PASTE)
      else put(PASTE, { via: 'paste', name: PASTE, body: text })
    },
    [put, remove],
  )
  const stage = useCallback(
    (sources: readonly Source[]) => {
      for (const source of sources) {
        put(`file ${nextFile.current}`, source)
        nextFile.current += 1
      }
    },
    [put],
  )
  const clear = useCallback(() => setInputs([]), [])
  /** Puts inputs back that were kept before, as they were: to be kept again, in part. */
  const restage = useCallback(
    (kept: readonly Input[]) => {
      for (const { id, source, leftOut } of kept) put(id, source, leftOut)
    },
    [put],
  )
  return { inputs, setPaste, stage, restage, leaveOut, unlock: useUnlock(show, put), remove, clear }
}

type Show = (id: string, source: Source, reading: Reading) => void

/** Reads inputs in the worker, and shows how far each is; one that is read anew is no longer read as it was. */
function useReading(show: Show) {
  const intake = useIntakeWorker()
  const running = useRef(new Map<string, AbortController>())
  const read = useCallback(
    async (id: string, source: Source, leftOut: readonly LeftOutPiece[]) => {
      running.current.get(id)?.abort()
      const controller = new AbortController()
      running.current.set(id, controller)
      const { signal } = controller
      const onProgress = (progress: Extract<Reading, { state: 'reading' }>['progress']) =>
        show(id, source, { state: 'reading', progress })
      try {
        if ('file' in source && (await isEncrypted(source.file))) {
          show(id, source, { state: 'locked', why: null, busy: false })
          return
        }
        const rest = await withoutPieces(source, leftOut)
        const summary = await intake.do('read', { input: id, source: rest }, { signal, onProgress })
        show(id, source, { state: 'read', summary })
      } catch (error) {
        if (signal.aborted) return
        show(id, source, { state: 'failed', error })
      }
    },
    [intake, show],
  )
  const stop = useCallback((id: string) => {
    running.current.get(id)?.abort()
    running.current.delete(id)
  }, [])
  return { read, stop }
}

/** Opens an encrypted bundle, and puts what is in it in its place. */
const useUnlock = (show: Show, put: (id: string, source: Source) => void) =>
  useCallback(
    async (id: string, source: Source, passphrase: string) => {
      if (!('file' in source)) return
      show(id, source, { state: 'locked', why: null, busy: true })
      const opened = await decryptBundle(new Uint8Array(await source.file.arrayBuffer()), passphrase)
      if (opened.ok) put(id, { via: 'file', name: source.name, body: opened.text })
      else show(id, source, { state: 'locked', why: opened.why, busy: false })
    },
    [put, show],
  )

/** As much as tells an encrypted bundle, in bytes. */
const HEAD = 100
const isEncrypted = async (file: File) =>
  looksEncrypted(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()))

/** A file that is brought in again takes the place of the one before. */
const isSame = (a: Source, b: Source) => a.via === 'file' && b.via === 'file' && a.name === b.name
