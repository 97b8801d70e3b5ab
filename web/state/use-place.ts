import { create } from 'zustand'
import { accountAsked, NOWHERE, readPlace, writePlace, type Place } from './place.ts'

/** The address as state; the address is the truth and this only follows it. */
export const usePlace = create<Place>()(() => NOWHERE)

const readAddress = () => usePlace.setState(readPlace(window.location.hash), true)

/**
 * Follows back, forward and links. An account that the address asks for is taken out of it and shown before the place is,
 * which is of that account; an address that asks for nothing else leaves the reader where they are.
 * @returns how to stop, and when the first place is there to be drawn.
 */
export function followAddress(showAccount: (account: string) => Promise<void>): {
  readonly stop: () => void
  readonly ready: Promise<void>
} {
  const follow = async () => {
    const { hash } = window.location
    const account = accountAsked(hash)
    if (account !== null) {
      const asked = readPlace(hash)
      window.history.replaceState(null, '', writePlace(asked.view === null ? usePlace.getState() : asked))
      await showAccount(account)
    }
    readAddress()
  }
  const followed = () => void follow()
  window.addEventListener('hashchange', followed)
  return { stop: () => window.removeEventListener('hashchange', followed), ready: follow() }
}

/** A change of view drops what only the old view understands; day, range and zone stay. A day and a range exclude each other. */
function placeAfter(here: Place, change: Partial<Place>): Place {
  const leaves = change.view !== undefined && change.view !== here.view
  return {
    ...here,
    ...(leaves ? { incident: null, part: null, filter: {} } : {}),
    ...(change.range ? { day: null } : {}),
    ...(change.day ? { range: null } : {}),
    ...change,
  }
}

/** The address of a place seen from here. */
export const hrefOf = (here: Place, change: Partial<Place>): string => writePlace(placeAfter(here, change))

/**
 * Goes there, with an entry in the history. At once, not when the browser tells of the new address: a choice would
 * be seen to spring back until then.
 */
export function goTo(change: Partial<Place>): void {
  const href = hrefOf(usePlace.getState(), change)
  if (href === window.location.hash) return
  window.history.pushState(null, '', href)
  usePlace.setState(readPlace(href), true)
}

/** Replaces the current history entry: for choices the console made itself, which "back" should skip. */
export function replacePlace(change: Partial<Place>): void {
  const href = hrefOf(usePlace.getState(), change)
  window.history.replaceState(null, '', href)
  usePlace.setState(readPlace(href), true)
}
