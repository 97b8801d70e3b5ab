import type { Play } from './play.ts'
import type { ServiceScript } from './service-script.ts'

/** A limiter and a model that do as they are told, and what a user does meanwhile. */
export interface Scenario extends ServiceScript {
  readonly play: (play: Play) => Promise<void>
}
