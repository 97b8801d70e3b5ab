import type { ReadPage } from './read-page.ts'

/** Whether a page asks to sign in: it says so, and nothing is on it that only those see who are signed in. */
export const isSignInPage = ({ asksToSignIn, lists, meters }: ReadPage): boolean =>
  asksToSignIn && meters.titles === 0 && lists.every(({ state }) => state === 'no_title')
