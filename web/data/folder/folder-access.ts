/** What is done with a folder. */
type Mode = 'read' | 'readwrite'

/** What of the File System Access API the types of the DOM leave out. */
type Picker = (options: { readonly id: string; readonly mode: Mode }) => Promise<FileSystemDirectoryHandle>

interface Askable {
  queryPermission(wanted: { readonly mode: Mode }): Promise<PermissionState>
  requestPermission(wanted: { readonly mode: Mode }): Promise<PermissionState>
}

interface Observer {
  observe(handle: FileSystemDirectoryHandle, options: { readonly recursive: boolean }): Promise<void>
  disconnect(): void
}
type ObserverClass = new (onChange: () => void) => Observer

const isPicker = (value: unknown): value is Picker => typeof value === 'function'
const isObserverClass = (value: unknown): value is ObserverClass => typeof value === 'function'
const isAskable = (handle: FileSystemDirectoryHandle): handle is FileSystemDirectoryHandle & Askable =>
  'queryPermission' in handle && 'requestPermission' in handle

/** Whether this browser can give a folder that is read again later. Firefox and Safari cannot. */
export const canFollowFolder = (): boolean => isPicker(Reflect.get(globalThis, 'showDirectoryPicker'))

/** Asks for a folder, by default that of the same name: to be called from a click. Null where the reader closes the dialog. */
export async function pickFolder(id: string, mode: Mode): Promise<FileSystemDirectoryHandle | null> {
  const picker: unknown = Reflect.get(globalThis, 'showDirectoryPicker')
  if (!isPicker(picker)) return null
  try {
    return await picker.call(globalThis, { id, mode })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/** Whether that may be done with the folder without asking again. */
export const may = async (mode: Mode, handle: FileSystemDirectoryHandle): Promise<boolean> =>
  !isAskable(handle) || (await handle.queryPermission({ mode })) === 'granted'

/** Has the browser ask again: to be called from a click. */
export const askFor = async (mode: Mode, handle: FileSystemDirectoryHandle): Promise<boolean> =>
  !isAskable(handle) || (await handle.requestPermission({ mode })) === 'granted'

/** Calls back when something in the folder changes; null where the browser cannot tell. Gives how to stop. */
export async function observeFolder(
  handle: FileSystemDirectoryHandle,
  onChange: () => void,
): Promise<(() => void) | null> {
  const observerClass: unknown = Reflect.get(globalThis, 'FileSystemObserver')
  if (!isObserverClass(observerClass)) return null
  const observer = new observerClass(onChange)
  try {
    await observer.observe(handle, { recursive: true })
    return () => observer.disconnect()
  } catch {
    return null // a drive over the network, say: the button and the next opening remain
  }
}
