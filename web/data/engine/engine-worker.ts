import { HistoryFolderStore } from '../../../shared/store/history-folder.ts'
import { openStore } from '../../../shared/store/database/open-store.ts'
import { serve } from '../worker/worker-link.ts'
import { Engine } from './engine.ts'
import type { EngineOperations } from './operations.ts'

/** The thread of the engine, with its own connection to the database. */
serve<EngineOperations>((tell) => {
  const folder = new HistoryFolderStore()
  return new Engine(openStore(), tell, undefined, () => folder.installation().catch(() => undefined))
})
