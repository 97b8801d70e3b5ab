import type { Analysis } from '../../../shared/analyse/analysis.ts'
import type { Report } from '../../../shared/analyse/report.ts'
import type { Observed } from '../observe/observe.ts'
import type { Observer } from '../observe/observer.ts'
import type { Truth } from '../truth.ts'
import type { World } from '../world/run.ts'

/** Everything about one run that a report is held against. */
export interface Examined {
  readonly world: World
  readonly truth: Truth
  readonly observer: Observer
  readonly observed: Observed
  readonly analysis: Analysis
  readonly report: Report
}
