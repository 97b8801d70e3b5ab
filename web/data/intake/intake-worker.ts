import { openStore } from '../../../shared/store/database/open-store.ts'
import { systemClock } from '../../../shared/time/clock.ts'
import { serve } from '../worker/worker-link.ts'
import { Intake } from './intake.ts'
import type { Jobs } from './jobs.ts'

/** A thread of its own for imports, so that reading a log of hundreds of megabytes delays no answer. */
serve<Jobs>((tell) => new Intake(openStore(), systemClock.now, tell))
