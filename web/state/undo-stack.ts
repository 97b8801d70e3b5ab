import { create } from 'zustand'

/** Something the user did that can be undone. */
interface UndoableAction {
  /** What it was, as a sentence: "Mark added." */
  readonly text: string
  readonly undo: () => Promise<void>
}

/** The notice about what was last done or undone. */
export type UndoNotice =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'undone'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: unknown }

interface UndoStack {
  readonly done: readonly UndoableAction[]
  readonly said: UndoNotice | null
  readonly push: (done: UndoableAction) => void
  /**
   * Does something; `act` gives how to take it back, or null where there is nothing to take back. Gives whether it was
   * done: what fails is said where undo is offered.
   */
  readonly attempt: (text: string, act: () => Promise<UndoableAction['undo'] | null>) => Promise<boolean>
  /** Takes the last thing back; one after the other, however often it is asked for. */
  readonly undo: () => Promise<void>
  readonly fail: (error: unknown) => void
  readonly dismiss: () => void
  /** Nothing can be taken back any more: all that it was about is erased. */
  readonly forget: () => void
}

/** More than anybody wants to take back; what is older stays done. */
const DEEPEST = 50

/** What can be taken back, on whichever page it was done. Gone with the tab: it undoes a slip, it is no history. */
export const useUndoStack = create<UndoStack>()((set, get) => ({
  done: [],
  said: null,
  push: (done) =>
    set((state) => ({
      done: [...state.done, done].slice(-DEEPEST),
      said: { kind: 'done', text: done.text },
    })),
  attempt: async (text, act) => {
    try {
      const undo = await act()
      if (undo) get().push({ text, undo })
      return true
    } catch (error) {
      get().fail(error)
      return false
    }
  },
  undo: () => {
    turn = turn.then(undoLast)
    return turn
  },
  fail: (error) => set({ said: failureOf(error) }),
  dismiss: () => set({ said: null }),
  forget: () => set({ done: [], said: null }),
}))

/** Settles when all that was asked for so far is taken back: of two at once, the second begins when the first has ended. */
let turn: Promise<void> = Promise.resolve()

async function undoLast(): Promise<void> {
  const last = useUndoStack.getState().done.at(-1)
  if (!last) return
  useUndoStack.setState(({ done }) => ({ done: done.filter((each) => each !== last) }))
  try {
    await last.undo()
    useUndoStack.setState({ said: { kind: 'undone', text: last.text } })
  } catch (error) {
    useUndoStack.setState(({ done }) => ({ done: [...done, last], said: failureOf(error) }))
  }
}

const failureOf = (error: unknown): UndoNotice => ({ kind: 'failed', error })
