import type { Fact, FactValue, Incident } from '../../shared/analyse/report.ts'
import { instant, writeInstant } from '../../shared/time/instant.ts'
import { writeWallTime } from '../../shared/time/wall.ts'
import { scoreOf } from './score.ts'
import type { Examined } from './score/examined.ts'
import type { TrueBlock } from './truth.ts'
import { LENGTH, type Terms } from './world/terms.ts'

const iso = (at: number | null): string =>
  at === null ? 'never' : writeInstant(instant(Math.floor(at / 1000) * 1000))

/** All about one run in plain text, for whoever wants to know what went wrong in it. */
export function showRun(examined: Examined): string {
  const { world, truth, observer, observed, report } = examined
  const { scenario } = world
  const { until, ...habits } = observer
  return [
    `run ${scenario.seed}: ${scenario.aim}, ${scenario.era} words, ${scenario.zone}, ${world.calls.length} calls`,
    `  ${iso(scenario.begin)} to ${iso(scenario.end)}, seen until ${iso(until)}, now ${iso(observed.now)}`,
    ...scenario.terms.map(termsLine),
    ...scenario.troubles.map(({ cause, from, to }) => `  ${cause} trouble ${iso(from)} to ${iso(to)}`),
    ...(scenario.wallet.to > scenario.wallet.from ? [`  extra usage from ${iso(scenario.wallet.from)}`] : []),
    `  observer ${JSON.stringify(habits)}`,
    ...truth.blocks.map(blockLine),
    ...report.incidents.flatMap(incidentLines),
    ...scoreOf(examined).faults.map(({ kind, cause, text }) => `FAULT ${kind} ${cause ?? ''} ${text}`),
  ].join('\n')
}

const termsLine = ({ from, plan, cap, windows }: Terms): string =>
  `  from ${iso(from)} ${plan}, cap ${cap}: ${windows.map(({ kind, anchor, usedAtStart }) => `${kind} resets ${iso(anchor)} + n · ${LENGTH[kind] / 3_600_000} h, ${usedAtStart.toFixed(1)} % used`).join('; ')}`

const blockLine = ({ cause, also, refused, from, lastRefusal, until, backAt }: TrueBlock): string =>
  `TRUE ${[cause, ...also].join('+')}: ${refused.length} refused, ${iso(from)} to ${iso(lastRefusal)}, would go on until ${iso(until)}, back ${iso(backAt)}; "${refused[0].refusal?.wording.message ?? ''}"`

function incidentLines({ block, leading, verdicts }: Incident): readonly string[] {
  const edges = block.span
    ? `${iso(block.span.from)} to ${iso(block.span.to)}`
    : block.local && `${writeWallTime(block.local.from)} to ${writeWallTime(block.local.to)} on the wall`
  const traits = [block.open ? ', open' : '', block.within ? ', within' : ''].join('')
  return [
    `SAID ${block.grade} ${edges ?? ''}${traits}: ${leading}`,
    ...verdicts
      .filter(({ facts }) => facts.length > 0)
      .map(({ cause, verdict, facts }) => `  ${cause} ${verdict}: ${facts.map(factText).join(' · ')}`),
  ]
}

function factText({ rule, bearing, strong, direct, values }: Fact): string {
  const weight = direct ? ' direct' : strong ? ' strong' : ''
  const said = Object.entries(values).map(([name, value]) => `${name} ${valueText(value)}`)
  return `${rule} (${bearing}${weight}; ${said.join(', ')})`
}

function valueText({ unit, value }: FactValue): string {
  if (unit === 'instant') return iso(value)
  if (unit === 'wall') return writeWallTime(value)
  if (unit === 'duration') return `${Math.round(value / 1000)} s`
  return String(value).slice(0, 40)
}
