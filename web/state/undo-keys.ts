import { useUndoStack } from './undo-stack.ts'

/** Ctrl+Z, or ⌘Z, takes the last thing back, wherever one is; in a text field it is the field's own. Returns how to stop. */
export function followUndoKeys(): () => void {
  window.addEventListener('keydown', undoOnKey)
  return () => window.removeEventListener('keydown', undoOnKey)
}

function undoOnKey(event: KeyboardEvent): void {
  const asked = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)
  if (!asked || event.shiftKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
  if (useUndoStack.getState().done.length === 0) return
  event.preventDefault()
  void useUndoStack.getState().undo()
}

/** In a box with text in it, the same keys take back the typing. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return target.value !== ''
  if (target instanceof HTMLInputElement) return TYPED.has(target.type) && target.value !== ''
  return target instanceof HTMLElement && target.isContentEditable
}

const TYPED: ReadonlySet<string> = new Set(['text', 'search', 'password', 'email', 'url', 'number'])
