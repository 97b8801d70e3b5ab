const EVENTS = '[data-lane]'

const MOVES = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity } as const

const isMove = (key: string): key is keyof typeof MOVES => key in MOVES

/** The event that a key leads to from another one: along its lane, or to the nearest in time on the lane above or below. */
export function eventAfter(key: string, from: HTMLElement, all: readonly HTMLElement[]): HTMLElement | null {
  const lane = all.filter((event) => event.dataset['lane'] === from.dataset['lane']).toSorted(byTime)
  if (isMove(key)) {
    const wanted = lane.indexOf(from) + MOVES[key]
    return lane[Math.max(0, Math.min(lane.length - 1, wanted))] ?? null
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  const lanes = [...new Set(all.map((event) => event.dataset['lane']))]
  const next = lanes[lanes.indexOf(from.dataset['lane']) + (key === 'ArrowUp' ? -1 : 1)]
  const others = all.filter((event) => event.dataset['lane'] === next)
  const away = (event: HTMLElement) => Math.abs(timeOf(event) - timeOf(from))
  return others.toSorted((a, b) => away(a) - away(b) || byTime(a, b))[0] ?? null
}

const timeOf = (event: HTMLElement): number => Number(event.dataset['at'])
const byTime = (a: HTMLElement, b: HTMLElement): number => timeOf(a) - timeOf(b)

/** Moves the focus between the events inside an element; true when the key was one of ours. */
export function moveFocus(key: string, inside: HTMLElement): boolean {
  const from = document.activeElement
  if (!(from instanceof HTMLElement) || !from.matches(EVENTS)) return false
  if (key === 'ArrowUp' || key === 'ArrowDown') bringCursorsNear(timeOf(from), inside)
  const target = eventAfter(key, from, [...inside.querySelectorAll<HTMLElement>(EVENTS)])
  if (!target) return false
  target.focus()
  return true
}

/** Lanes on a canvas have one button that stands for one of their events: it shall stand for the nearest. */
function bringCursorsNear(at: number, inside: HTMLElement): void {
  for (const cursor of inside.querySelectorAll('[data-cursor]'))
    if (!cursor.contains(document.activeElement))
      cursor.dispatchEvent(new CustomEvent('lane-near', { detail: at }))
}
