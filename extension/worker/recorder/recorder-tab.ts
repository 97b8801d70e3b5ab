/*
 * The recorder's own tab. Creating, reloading, asking for and removing a tab need no permission; its address and title
 * would, and are not asked for.
 */

/** Opens a tab behind the others; null where there is no window to open it in. */
export async function openTab(url: string): Promise<number | null> {
  try {
    const { id } = await chrome.tabs.create({ url, active: false })
    if (id === undefined) return null
    // A discarded tab would show nothing until it is reloaded, which is what happens to it next anyway.
    await chrome.tabs.update(id, { autoDiscardable: false }).catch(() => undefined)
    return id
  } catch {
    return null // no answer will come of it: the visit fails, and says so
  }
}

/** Loads it again, also when it was frozen or discarded; false when it is gone. */
export const reloadTab = (tab: number): Promise<boolean> =>
  chrome.tabs.reload(tab).then(
    () => true,
    () => false,
  )

/** Whether the browser has frozen or discarded the tab. Chromium reports freezing since version 132. */
export const isSuspended = (tab: number): Promise<boolean> =>
  chrome.tabs.get(tab).then(
    ({ frozen, discarded }) => frozen || discarded,
    () => false,
  )

/** Closes the tab unless it is active: then somebody is using it. */
export async function closeUnlessActive(tab: number): Promise<void> {
  const found = await chrome.tabs.get(tab).catch(() => null)
  if (found && !found.active) await chrome.tabs.remove(tab).catch(() => undefined)
}
