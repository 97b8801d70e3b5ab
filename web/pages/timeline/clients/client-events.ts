import type { UseLane } from '../../../../shared/analyse/views/use/use-lanes.ts'
import type { UseRun } from '../../../../shared/analyse/views/use/use-runs.ts'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'

/** Who made the requests, as far as rows tell: the key of a name, or any signed-in device. */
export function sourceName({ kind, name }: UseLane['source'], t: LaneWords['t']): string {
  return kind === 'login_device' ? t('source.login_device') : (name ?? t('source.unknown'))
}

/** `KimiCLI`, or that the rows name no client. */
export const productName = (product: string | null, t: LaneWords['t']): string =>
  product ?? t('timeline.noClient')

/** A run of use in words: which client in which version, behind what, and how many requests. */
export function clientEvent(run: UseRun, { t, wording, time }: LaneWords): LaneEvent {
  const { source, client, span, requests, failures } = run
  const name = [productName(client.product, t), client.version].filter((each) => each !== null).join(' ')
  return {
    key: `client ${source.kind} ${source.name ?? ''} ${client.product ?? ''} ${client.version ?? ''} ${span.from}`,
    lane: 'clients',
    span,
    time: time.span(span),
    what: `${name} · ${sourceName(source, t)}`,
    details: [
      [
        t('timeline.requestCount', { count: requests }),
        ...(failures > 0 ? [t('timeline.by.failure', { count: failures })] : []),
        wording.duration(span.to - span.from),
      ].join(' · '),
    ],
    target: { kind: 'rows', span },
  }
}
