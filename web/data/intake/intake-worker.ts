import { openStore } from '../../../shared/store/open-store.ts'
import { Intake } from './intake.ts'
import type { FromIntake, ToIntake } from './jobs.ts'

/** A thread of its own for what is brought in, so that reading a log of hundreds of megabytes holds up no answer. */
const intake = new Intake(openStore(), (message: FromIntake) => {
  // A worker has no origin to aim at: the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(message)
})
self.addEventListener('message', ({ data }: MessageEvent<ToIntake>) => intake.receive(data))
