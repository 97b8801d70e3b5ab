import { beginGap, endGap } from '../../../shared/recorder/gaps.ts'
import { step, type RecorderEffect, type RecorderEvent, type Step } from '../../../shared/recorder/step.ts'
import { consoleAddress, type Site } from '../../../shared/recorder/sites.ts'
import { HOUR } from '../../../shared/time/duration.ts'
import { settingsIn } from '../settings.ts'
import type { Worker } from '../worker.ts'
import { planRecorder } from './plan-recorder.ts'
import { gapsIn, recordersIn } from './recorders.ts'
import { closeUnlessActive, openTab, reloadTab } from './recorder-tab.ts'

/**
 * Tells the recorder of a site what happened, and does what it says. Its state is written down first: a worker that dies
 * before it has opened the tab or set the alarm finds the state at its next start, and the visit counts as failed.
 */
export async function dispatchRecorderEvent(worker: Worker, site: Site, event: RecorderEvent): Promise<void> {
  const { hiddenHours } = await settingsIn(worker.local).read()
  const rules = { longestHidden: hiddenHours === null ? null : hiddenHours * HOUR }
  const taken: Step[] = []
  await recordersIn(worker.local).change((known) => {
    const next = step(known[site], event, worker.clock.now(), rules)
    taken.push(next)
    return next.state === known[site] ? known : { ...known, [site]: next.state }
  })
  for (const { state, effects } of taken) {
    await planRecorder(site, state.due)
    for (const effect of effects) await perform(worker, site, effect)
  }
}

async function perform(worker: Worker, site: Site, effect: RecorderEffect): Promise<void> {
  switch (effect.kind) {
    case 'open_tab': {
      const tab = await openTab(consoleAddress(site))
      return tab === null ? undefined : dispatchRecorderEvent(worker, site, { kind: 'tab_opened', tab })
    }
    case 'reload_tab':
      return (await reloadTab(effect.tab))
        ? undefined
        : dispatchRecorderEvent(worker, site, { kind: 'tab_closed' })
    case 'leave_tab':
      return closeUnlessActive(effect.tab)
    case 'gap_begins':
      await gapsIn(worker.local).change((gaps) => beginGap(gaps, site, effect.from, effect.reason))
      return undefined
    case 'gap_ends':
      await gapsIn(worker.local).change((gaps) => endGap(gaps, site, effect.to, effect.joined))
      return undefined
    default:
      return effect satisfies never
  }
}
