/** What of an incident begins closed. */
export type Fold = 'parts' | 'causes' | 'zones' | 'unlike' | 'claims'

export const idOfFold = (fold: Fold): string => `fold-${fold}`

/** Opens it, and takes the reader and the keyboard there. */
export function openFold(fold: Fold): void {
  const details = document.getElementById(idOfFold(fold))
  if (!(details instanceof HTMLDetailsElement)) return
  details.open = true
  details.querySelector('summary')?.focus({ preventScroll: true })
  details.scrollIntoView({ block: 'start' })
}
