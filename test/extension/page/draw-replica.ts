import { vi } from 'vitest'
import { bodyOf } from '../../replica/bodies.ts'
import type { DeviceRow, KeyRow, RequestRow } from '../../replica/page/sections.ts'
import type { Stats } from '../../replica/page/cards.ts'
import type { Scenario } from '../../replica/scenario.ts'

/** What the page gets as an answer: plain JSON, of whatever shape. */
function answer(scenario: Scenario, method: 'ListUnifiedRequests'): { requests: RequestRow[] }
function answer(scenario: Scenario, method: 'GetSubscriptionStats'): Stats
function answer(scenario: Scenario, method: 'ListAPIKeys'): { apiKeys: KeyRow[] }
function answer(scenario: Scenario, method: 'ListDevices'): { devices: DeviceRow[] }
function answer(scenario: Scenario, method: string): unknown {
  return JSON.parse(JSON.stringify(bodyOf(scenario, method)))
}

/** Draws the replica's console into the document of the test, by the replica's own page script. */
export async function drawConsole(scenario: Scenario): Promise<void> {
  document.body.innerHTML = ''
  document.documentElement.lang = scenario.language === 'zh' ? 'zh-CN' : 'en'
  const look = document.createElement('script')
  look.id = 'look'
  look.textContent = JSON.stringify(scenario)
  document.body.append(look)
  vi.resetModules() // the page reads its look once, when it is loaded
  const { cardsOf } = await import('../../replica/page/cards.ts')
  const { devicesSection, historyCells, historySection, keysSection } =
    await import('../../replica/page/sections.ts')
  const { words } = await import('../../replica/page/words.ts')
  const history = historySection(() => undefined)
  history.list.show(answer(scenario, 'ListUnifiedRequests').requests.map(historyCells))
  const heading = document.createElement('h1')
  heading.textContent = words.console
  const main = document.createElement('main')
  main.append(
    heading,
    cardsOf(answer(scenario, 'GetSubscriptionStats'), scenario.plan.title),
    keysSection(answer(scenario, 'ListAPIKeys').apiKeys),
    devicesSection(answer(scenario, 'ListDevices').devices),
    history.element,
  )
  document.body.append(main)
}
