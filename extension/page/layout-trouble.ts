import type { Language } from '../../shared/time/format.ts'
import { diagnosticOf } from './diagnostic.ts'
import type { ReadList, ReadPage } from './read-page.ts'
import { isSignInPage } from './sign-in-page.ts'
import { listName, reasonText, troubleText } from './trouble-words.ts'

/** What of the page could not be read, in words, and what may be copied for whoever mends it. */
export interface LayoutTrouble {
  readonly failed: string
  readonly diagnostic: string
}

/** Whether the page's own answers have given what a list or the meters would. */
export interface Answered {
  readonly lists: (read: ReadList) => boolean
  readonly meters: boolean
}

/**
 * Which expectations of the page failed, of those that matter: what its own answers have given need not be on it. Null
 * when all is well, and on a page that asks to sign in.
 */
export function layoutTrouble(page: ReadPage, answered: Answered, language: Language): LayoutTrouble | null {
  if (isSignInPage(page)) return null
  const failed = page.lists
    .filter((read) => !answered.lists(read) && read.state !== 'rows' && read.state !== 'empty')
    .map(
      ({ list, state, missing }) =>
        `${listName(list.kind, language)}: ${reasonText(state, missing, language)}`,
    )
  if (!answered.meters && page.meters.whole === 0) {
    const state = page.meters.titles === 0 ? 'no_title' : 'no_percent'
    failed.push(`${listName('meters', language)}: ${reasonText(state, null, language)}`)
  }
  return failed.length === 0
    ? null
    : { failed: troubleText(failed, language), diagnostic: diagnosticOf(page) }
}
