import type { LoadedPage } from './accounts/sign-ins.ts'

/** Who sent a message, as the browser vouches for it. */
export type Sender = chrome.runtime.MessageSender

/** The loaded page that a content script's message comes from. */
export const loadedPage = ({ tab, documentId }: Sender): LoadedPage => ({
  tab: tab?.id ?? chrome.tabs.TAB_ID_NONE,
  document: documentId ?? '',
})

/** The sender with its document: as the browser names it, and where it names none (Firefox) as its content script does. */
export const withDocument = (sender: Sender, page: string | undefined): Sender =>
  sender.documentId === undefined && page !== undefined ? { ...sender, documentId: page } : sender

/** Address of the page without its query, which may hold anything. */
export function pageAddress({ url }: Sender): string {
  const page = new URL(url ?? 'about:blank')
  return `${page.origin}${page.pathname}`
}
