import type { Store } from '../../../shared/store/database/store.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { EngineClient } from '../../../web/data/engine/engine-client.ts'
import type { EngineOperations, VersionedAnswer } from '../../../web/data/engine/operations.ts'
import type { WorkerLink } from '../../../web/data/worker/worker-link.ts'
import type { Findings } from '../../../web/data/findings.ts'
import { at } from '../../time/given.ts'
import { directLink } from './direct-link.ts'
import { eventually } from '../../eventually.ts'

export const WATCHED = { account: 'me', zone: UTC, now: at('2026-03-09T00:00:00Z') }

/** A console without pages, over a store: its client, what came back, and the findings once there are some. */
export function givenConsole(store: Store, link: WorkerLink<EngineOperations> = directLink(store)) {
  const answers: VersionedAnswer[] = []
  const found: Findings[] = []
  const client = new EngineClient({
    ...link,
    listen: (onMessage, onBroken) =>
      link.listen((message) => {
        if (message.kind === 'answer')
          if ('findings' in message.value) found.push(message.value.findings)
          else answers.push(message.value)
        onMessage(message)
      }, onBroken),
  })
  const findings = (passes: (findings: Findings) => boolean = () => true): Promise<Findings> =>
    eventually(() => {
      const state = client.state()
      if (state.state !== 'ready' || !passes(state.findings)) throw new Error(`still ${state.state}`)
      return state.findings
    })
  return { client, answers, found, findings }
}
