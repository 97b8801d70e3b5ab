import { bundleOf } from '../../../shared/export/bundle/write-bundle.ts'
import { ownEvidenceOf } from '../../../shared/store/own-evidence.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import type { Jobs } from './jobs.ts'

/** All that this installation saw of an account, as the file that it keeps in the folder. */
export async function ownBundle(
  store: Store,
  { account, installation, zone, at, unless }: Jobs['own']['ask'],
): Promise<Jobs['own']['gives']> {
  const evidence = await ownEvidenceOf(store, account)
  const { text, digest, count } = bundleOf(evidence, { writtenAt: at, zone, masking: 'none', installation })
  const named = `${digest} ${JSON.stringify(installation)}`
  if (count === 0 || named === unless) return null
  return { file: new Blob([text], { type: 'application/json' }), digest: named }
}
