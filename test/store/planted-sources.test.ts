import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { putImport } from '../../shared/store/imports/put-import.ts'
import { filesOf } from '../export/files-of.ts'
import { everythingIn } from './everything-in.ts'
import { freshStore } from './fresh-store.ts'
import { importPart } from './imports/import-part.ts'
import { foundPlanted, NAMED, plantedIn, SOURCES } from './plant-in-sources.ts'
import { PLANTED_NAMES } from './planted-names.ts'

/*
 * What stands beside what is read, in logs, wires, posts and addresses, under names that nobody reads: it is nowhere in the
 * database, and in no file that is handed on. What is kept as a name, of a key or a device, is in no such file.
 */

async function handedOn(parts: readonly Evidence[]): Promise<string> {
  return Object.values(await filesOf(mergeEvidence(NO_EVIDENCE, ...parts))).join('\n')
}

describe('what stands beside what is read is kept nowhere and handed on by nobody', () => {
  it.each(SOURCES)('%s', async (_, files, plant) => {
    const { parts, plantings } = plantedIn(files, plant)
    expect(plantings).toBeGreaterThanOrEqual(2 * PLANTED_NAMES.length)
    const store = freshStore()
    for (const [index, evidence] of parts.entries())
      await putImport(store, 'me', importPart(String(index)), evidence)
    expect(foundPlanted(await everythingIn(store))).toBe('clean')
    expect(foundPlanted(await handedOn(parts))).toBe('clean')
  })
})

describe('a name that is kept is handed on by nobody', () => {
  it.each(NAMED)('%s', async (_, files, plant) => {
    const { parts } = plantedIn(files, plant)
    expect(JSON.stringify(parts)).toContain('PLANTED') // it is there
    expect(foundPlanted(await handedOn(parts))).toBe('clean')
  })
})
