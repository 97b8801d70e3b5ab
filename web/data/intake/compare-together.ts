import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { compareAccounts, type Witness } from '../../../shared/analyse/witnesses/compare-accounts.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { groupBy } from '../../../shared/evidence/group-by.ts'
import { isEmpty } from '../../../shared/evidence/is-empty.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { PICK_AGAIN } from '../../../shared/export/bundle/newest-of-each.ts'
import { whichCount, writtenZone } from '../../../shared/export/bundle/which-count.ts'
import type { ReadInput } from '../../../shared/intake.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { UNKNOWN_ZONE, type Zone } from '../../../shared/time/zone.ts'
import type { Together, TogetherAsk } from './jobs.ts'
import { readSource } from './read-source.ts'

/** What several accounts say together, as `report --together` does. Nothing of it is kept, and no Report changes by it. */
export async function compareTogether(
  store: Store,
  { now, kept, files }: TogetherAsk,
  signal: AbortSignal,
): Promise<Together> {
  const witnesses: Witness[] = []
  const problems: Together['problems'][number][] = []
  const take = (account: string, evidence: Evidence, zone: Zone) => {
    signal.throwIfAborted()
    if (isEmpty(evidence)) return false
    const report = reportFrom(evidence, { now, zone, rules: DEFAULT_RULES })
    witnesses.push({ account, evidence, report })
    return true
  }
  for (const { account, name, zone } of kept) take(name, await evidenceOf(store, account), zone)
  for (const [place, own] of groupBy(files, (each) => each.place)) {
    const parts: (ReadInput & { readonly name: string })[] = []
    for (const { name, file } of own) {
      const read = await readFile(name, file, now, signal)
      if (read) parts.push({ ...read, name })
      else problems.push({ name, reason: PICK_AGAIN })
    }
    const { counted, leftOut } = whichCount(parts)
    problems.push(...leftOut.map(({ part, reason }) => ({ name: part.name, reason })))
    for (const { name, evidence } of counted)
      if (isEmpty(evidence)) problems.push({ name, reason: evidence.rejects[0]?.reason ?? null })
    take(place, mergeEvidence(...counted.map(({ evidence }) => evidence)), writtenZone(counted))
  }
  return {
    accounts: witnesses.map(({ account }) => account),
    incidents: witnesses.length < 2 ? [] : compareAccounts(witnesses),
    problems,
  }
}

/** Null for one that has gone, or may not be read. */
async function readFile(
  name: string,
  file: File,
  readAt: Instant,
  signal: AbortSignal,
): Promise<ReadInput | null> {
  try {
    const source = { via: 'file', name, file } as const
    return await readSource(source, { zone: UNKNOWN_ZONE, readAt, signal, onProgress: () => {} })
  } catch (error) {
    if (error instanceof DOMException && error.name !== 'AbortError') return null
    throw error
  }
}
