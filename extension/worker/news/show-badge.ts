import type { Badge } from '../../../shared/recorder/badge.ts'

/** White on these, and black on the last, is legible (4.5 : 1). */
const COLOURS: Readonly<Record<Badge['kind'], string>> = {
  paused: '#666670',
  blocked: '#b3261e',
  nearly_full: '#a33c00',
  high: '#8a5a00',
  calm: '#1a1a1a',
  none: '#1a1a1a',
}

/** Draws the badge on the extension's button, and says in its tooltip what the badge means. */
export async function showBadge({ kind, text }: Badge, title: string): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ color: COLOURS[kind] })
  await chrome.action.setBadgeTextColor({ color: '#ffffff' })
  await chrome.action.setBadgeText({ text })
  await chrome.action.setTitle({ title })
}
