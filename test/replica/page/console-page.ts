import { call, Refused } from './call.ts'
import { cardsOf, type Stats } from './cards.ts'
import { element } from './element.ts'
import {
  devicesSection,
  historyCells,
  historySection,
  keysSection,
  type DeviceRow,
  type KeyRow,
  type RequestRow,
} from './sections.ts'
import { words } from './words.ts'

interface Subscription {
  readonly subscription: { readonly goods?: { readonly title?: string } }
}

/** What a call gave, or null; what went wrong is said once, above everything. */
type Answers = { readonly trouble: Set<string> }

async function tried<Answer>(answers: Answers, asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked
  } catch (error) {
    const expired = error instanceof Refused && error.status === 401
    answers.trouble.add(expired ? words.expired : words.unavailable)
    return null
  }
}

/** The console: cards, keys, devices, history, all of it from the services. */
export async function showConsole(main: HTMLElement): Promise<void> {
  const answers: Answers = { trouble: new Set() }
  const history = historySection(() => void loadHistory())
  const loadHistory = async () => {
    const answer = await tried(answers, call<{ requests: readonly RequestRow[] }>('ListUnifiedRequests'))
    history.list.show((answer?.requests ?? []).map(historyCells))
  }
  await tried(answers, call('GetCurrentUser'))
  const [stats, , subscription, keys, devices] = await Promise.all([
    tried(answers, call<Stats>('GetSubscriptionStats')),
    tried(answers, call('GetUsages')),
    tried(answers, call<Subscription>('GetSubscription')),
    tried(answers, call<{ apiKeys: readonly KeyRow[] }>('ListAPIKeys')),
    tried(answers, call<{ devices: readonly DeviceRow[] }>('ListDevices')),
    loadHistory(),
  ])
  main.replaceChildren(
    element('h1', { text: words.console }),
    ...[...answers.trouble].map((text) => element('p', { class: 'trouble', role: 'alert', text })),
    cardsOf(stats, subscription?.subscription?.goods?.title ?? null),
    keysSection(keys?.apiKeys ?? []),
    devicesSection(devices?.devices ?? []),
    history.element,
  )
}
