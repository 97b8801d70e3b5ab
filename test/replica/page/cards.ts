import { element } from './element.ts'
import { look } from './look.ts'
import { shownCountdown } from './times.ts'
import { words } from './words.ts'

export interface Stats {
  readonly ratelimitCode5h?: StatsWindow
  readonly ratelimitCode7d?: StatsWindow
  readonly subscriptionBalance?: { readonly amountUsedRatio?: number; readonly expireTime?: string }
}

export interface StatsWindow {
  readonly ratio?: number
  readonly enabled?: boolean
  readonly resetTime?: string
}

const hashed = look.markup === 'blocks'
const CLASSES = hashed
  ? { cards: 'k_a1', card: 'k_b2', bar: 'k_c3', filled: 'k_d4' }
  : {
      cards: 'cards',
      card: 'stats-card',
      bar: 'stats-card-progress-bar',
      filled: 'stats-card-progress-filled',
    }

/** The four cards at the top of the console (docs/kimi.md#quota-cards); meters say what is used, in whole percents. */
export function cardsOf(stats: Stats | null, plan: string | null): HTMLElement {
  return element(
    'div',
    { class: CLASSES.cards },
    meter(words.weekly, stats?.ratelimitCode7d),
    meter(words.rate, stats?.ratelimitCode5h),
    card(words.mine, element('b', { text: plan === null ? '–' : words.member(plan) })),
    card(words.access, element('b', { text: words.model })),
  )
}

const card = (title: string, ...children: readonly Node[]) =>
  element(
    'div',
    { class: CLASSES.card },
    element(hashed ? 'div' : 'p', { class: 'card-title', text: title }),
    ...children,
  )

function meter(title: string, window: StatsWindow | undefined): HTMLElement {
  if (window === undefined) return card(title, element('b', { text: '–' }))
  const percent = Math.round((window.ratio ?? 0) * 100)
  return card(
    title,
    element('b', { text: `${percent}%` }),
    element(
      'div',
      { class: CLASSES.bar },
      element('div', { class: CLASSES.filled, style: `width: ${percent}%` }),
    ),
    element('span', {
      class: 'card-reset',
      text: window.resetTime === undefined ? '' : shownCountdown(window.resetTime),
    }),
  )
}
