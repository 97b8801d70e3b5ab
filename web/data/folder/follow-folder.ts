import { observeFolder } from './folder-access.ts'

/** A client writes lines many times a second: changes wait so long for others. Milliseconds. */
const PAUSE = 2_000

/**
 * Looks now, and again whenever something changes in a folder, or the page is shown where the browser does not say so.
 * `readable` gives the folder that may be read; null where there is none. Gives how to stop.
 */
export function followFolder(
  readable: (() => Promise<FileSystemDirectoryHandle | null>) | null,
  look: () => Promise<void>,
  onObserved: (isObserved: boolean) => void,
): () => void {
  let isOver = false
  let stop: (() => void) | null = null
  let pause: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    pause ??= setTimeout(() => {
      pause = undefined
      void look()
    }, PAUSE)
  }
  const shown = () => {
    if (document.visibilityState === 'visible' && stop === null) void look()
  }
  const begin = async () => {
    const handle = (await readable?.()) ?? null
    if (!handle || isOver) return
    const observing = await observeFolder(handle, soon)
    if (isOver) return observing?.()
    stop = observing
    onObserved(stop !== null)
  }
  document.addEventListener('visibilitychange', shown)
  void begin()
  void look()
  return () => {
    isOver = true
    clearTimeout(pause)
    document.removeEventListener('visibilitychange', shown)
    stop?.()
  }
}
