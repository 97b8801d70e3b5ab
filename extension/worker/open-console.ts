import type { ConsolePlace } from '../messages/console-place.ts'

const PAGE = 'extension/console/index.html'

/**
 * The address of a place in the console, written from what was checked, and of the account that it is of (web/state/place.ts
 * reads it; the console takes the account out of it).
 */
export function consoleAddress(place: ConsolePlace | null, account: string | null): string {
  const { view = '', ...rest } = place ?? {}
  const query = new URLSearchParams({ ...rest, ...(account !== null && { account }) }).toString()
  return query === '' ? PAGE : `${PAGE}#/${view}?${query}`
}

/**
 * Opens the console at a place of an account (null: whatever it shows): in the tab that already shows it, else in a new one. Needs no permission: a page of ours
 * is ours to see and to move.
 */
export async function openConsole(place: ConsolePlace | null, account: string | null): Promise<void> {
  if (!place && account === null) return chrome.runtime.openOptionsPage()
  const url = chrome.runtime.getURL(consoleAddress(place, account))
  const page = chrome.runtime.getURL(PAGE)
  // where a browser does not know this, a new tab is opened
  const tabs = await chrome.runtime.getContexts?.({ contextTypes: [chrome.runtime.ContextType.TAB] })
  const open = tabs?.find(({ documentUrl, tabId }) => tabId >= 0 && documentUrl?.split('#')[0] === page)
  if (!open) {
    await chrome.tabs.create({ url })
    return
  }
  await chrome.tabs.update(open.tabId, { url, active: true })
  await chrome.windows.update(open.windowId, { focused: true })
}

/** Opens the console once the extension has been installed: with nothing in it yet, it says what to do. */
export async function openFirstPage(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL(PAGE) })
}
