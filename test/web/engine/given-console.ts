import { vi } from 'vitest'
import type { Store } from '../../../shared/store/store.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { EngineClient } from '../../../web/data/engine/engine-client.ts'
import type { Notice } from '../../../web/data/engine/messages.ts'
import type { Transport } from '../../../web/data/engine/transport.ts'
import type { Findings } from '../../../web/data/findings.ts'
import { at } from '../../time/given.ts'
import { directTransport } from './direct-transport.ts'

export const WATCHED = { account: 'me', zone: UTC, now: at('2026-03-09T00:00:00Z') }

/** A console without pages, over a store: its client, what came back, and the findings once there are some. */
export function givenConsole(store: Store, transport: Transport = directTransport(store)) {
  const notices: Notice[] = []
  const client = new EngineClient({
    ...transport,
    listen: (onNotice, onBroken) =>
      transport.listen((notice) => {
        notices.push(notice)
        onNotice(notice)
      }, onBroken),
  })
  const findings = (passes: (findings: Findings) => boolean = () => true): Promise<Findings> =>
    vi.waitFor(() => {
      const state = client.state()
      if (state.state !== 'ready' || !passes(state.findings)) throw new Error(`still ${state.state}`)
      return state.findings
    })
  return { client, notices, findings }
}
