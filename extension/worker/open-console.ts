import type { ConsolePlace } from '../messages/console-place.ts'

const PAGE = 'extension/console/index.html'

/** The address of a place in the console, written from what was checked (web/state/place.ts reads it). */
export function consoleAddress(place: ConsolePlace | null): string {
  if (!place) return PAGE
  const { view, ...rest } = place
  return `${PAGE}#/${view}?${new URLSearchParams(rest).toString()}`
}

/**
 * Opens the console at a place: in the tab that already shows it, else in a new one. Needs no permission: a page of ours
 * is ours to see and to move.
 */
export async function openConsole(place: ConsolePlace | null): Promise<void> {
  if (!place) return chrome.runtime.openOptionsPage()
  const url = chrome.runtime.getURL(consoleAddress(place))
  const page = chrome.runtime.getURL(PAGE)
  const tabs = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.TAB] })
  const open = tabs.find(({ documentUrl, tabId }) => tabId >= 0 && documentUrl?.split('#')[0] === page)
  if (!open) {
    await chrome.tabs.create({ url })
    return
  }
  await chrome.tabs.update(open.tabId, { url, active: true })
  await chrome.windows.update(open.windowId, { focused: true })
}
