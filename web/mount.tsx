import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { EngineClient, linkToEngine } from './data/engine/engine-client.ts'
import { IntakeClient, linkToIntake } from './data/intake/intake-client.ts'
import { accountExists } from './data/account-exists.ts'
import type { Host } from './host.ts'
import { followOtherTabs, showAccountAtFirst, showHistory } from './state/preferences.ts'
import { followAddress } from './state/use-place.ts'
import './theme/font.css'
import './theme/tokens.css'
import './theme/base.css'

/** Draws the console into an element. Returns how to take it away again. */
export function mount(element: HTMLElement, host: Host): () => void {
  const showAccount = (account: string) => showAccountAtFirst(account, host.clock.zone())
  if (host.account !== null) showAccount(host.account)
  const address = followAddress(async (account) => {
    if (await accountExists(account)) showHistory(account)
  })
  // a console that was open before anything had been captured
  const stops = [address.stop, followOtherTabs(), host.followAccount?.(showAccount)]
  const engine = new EngineClient(linkToEngine())
  const intake = new IntakeClient(linkToIntake)
  const root = createRoot(element)
  let open = true
  const draw = async () => {
    await address.ready
    if (!open) return
    root.render(
      <StrictMode>
        <App host={host} engine={engine} intake={intake} />
      </StrictMode>,
    )
  }
  void draw()
  return () => {
    open = false
    root.unmount()
    engine.close()
    intake.close()
    for (const stop of stops) stop?.()
  }
}
