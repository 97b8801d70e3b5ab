import { call } from './call.ts'
import type { Stats, StatsWindow } from './cards.ts'
import { element } from './element.ts'
import { newListing } from './listing.ts'
import { section } from './sections.ts'
import { shownCountdown, shownMinute } from './times.ts'
import { words } from './words.ts'

interface Action {
  readonly title: string
  readonly timestamp: string
  readonly items: readonly { readonly amountRatio: number }[]
}

/** The membership page's quota tab, with the list of what each call took of the pool (docs/kimi.md#membership-page). */
export async function showMembership(main: HTMLElement): Promise<void> {
  const [stats, shares] = await Promise.all([
    call<Stats>('GetSubscriptionStats').catch((): Stats => ({})),
    call<{ actions: readonly Action[] }>('ListBalanceActions').catch(() => ({ actions: [] })),
  ])
  // this list is virtual on the real page, whatever the console's is
  const list = newListing(words.shareColumns, 'virtual')
  list.show(
    (shares.actions ?? []).map(({ title, timestamp, items }) => [
      `${title} ${shownMinute(timestamp)}`,
      `${((items[0]?.amountRatio ?? 0) * 100).toFixed(2)}%`,
    ]),
  )
  main.replaceChildren(
    element(
      'div',
      { class: 'tabs' },
      element('b', { text: words.quotaTab }),
      element('span', { text: words.boosterTab }),
    ),
    usage(words.total, {
      ratio: stats.subscriptionBalance?.amountUsedRatio ?? 0,
      resetTime: stats.subscriptionBalance?.expireTime ?? '',
    }),
    usage(words.fiveHours, stats.ratelimitCode5h),
    usage(words.sevenDays, stats.ratelimitCode7d),
    section(words.details, list.element),
  )
}

function usage(title: string, window: StatsWindow | undefined): HTMLElement {
  const percent = Math.round((window?.ratio ?? 0) * 100)
  return element(
    'div',
    { class: 'usage-section' },
    element('div', { class: 'usage-section-title' }, element('span', { text: title })),
    element(
      'div',
      { class: 'usage-section-content' },
      element('span', { text: `${percent}%` }),
      element('span', { text: window?.resetTime ? shownCountdown(window.resetTime) : '' }),
    ),
  )
}
