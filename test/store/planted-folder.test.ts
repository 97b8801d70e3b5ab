import 'fake-indexeddb/auto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../shared/cli/run-command.ts'
import { writeWhole } from '../../shared/cli/write-whole.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { installationFile } from '../../shared/evidence/installation.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { putImport } from '../../shared/store/imports/put-import.ts'
import { importsOf } from '../../shared/store/imports/read-imports.ts'
import { undoImport } from '../../shared/store/imports/undo-import.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import type { Store } from '../../shared/store/database/store.ts'
import { UTC } from '../../shared/time/zone.ts'
import { worldOf } from '../cli/world-of.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { at } from '../time/given.ts'
import { givenIntake } from '../web/bring-in/given-intake.ts'
import { everythingIn } from './everything-in.ts'
import { freshStore } from './fresh-store.ts'
import { importPart } from './imports/import-part.ts'
import { foundPlanted, NAMED, plantedIn, SOURCES } from './plant-in-sources.ts'
import { PLANTED_NAMES } from './planted-names.ts'

/*
 * The folder of several machines holds complete bundles, unmasked. What nobody reads is not in them either, whoever wrote
 * them; and of an import that was undone nothing is left, in the database or in what is written from then on.
 */

const NOW = at('2026-12-01T00:00:00Z')
const HERE = { id: '33333333-3333-4333-8333-333333333333', name: 'here' }
const LAPTOP = { id: '11111111-1111-4111-8111-111111111111', name: 'Laptop' }

const newFolder = () => mkdtempSync(join(tmpdir(), 'quotascope-planted-'))
const allIn = (folder: string) =>
  readdirSync(folder)
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`)
    .join('\n')

/** What the console writes into the folder, of an account with all of this in it. */
async function writtenByConsole(parts: readonly Evidence[]): Promise<string> {
  const store = freshStore()
  for (const [index, evidence] of parts.entries())
    await putImport(store, 'me', importPart(String(index)), evidence)
  const ask = { account: 'me', installation: HERE, zone: UTC, at: NOW, unless: null }
  const own = await givenIntake(store).do('own', ask)
  return (await own?.file.text()) ?? ''
}

describe('what stands beside what is read is in no bundle of a folder', () => {
  it.each(SOURCES)('%s, written by the console', async (_, files, plant) => {
    const written = await writtenByConsole(plantedIn(files, plant).parts)
    expect(written.length).toBeGreaterThan(1_000)
    expect(foundPlanted(written)).toBe('clean')
  })

  it.each(SOURCES)('%s, written by the command', async (_, files, plant) => {
    const [logs, folder] = [newFolder(), newFolder()]
    for (const [index, body] of plantedIn(files, plant).bodies.entries())
      writeFileSync(join(logs, `${index}.txt`), body)
    const { world, run } = worldOf({ newId: () => HERE.id, writeFile: writeWhole })
    expect(await runCommand(['keep', folder, logs], world)).toBe(0)
    expect(readdirSync(folder)).toEqual([installationFile(HERE.id)])
    expect(foundPlanted(allIn(folder))).toBe('clean')
    expect(foundPlanted(run.stdout + run.stderr)).toBe('clean')
  })
})

/** Evidence with something planted under other names in each of its objects. */
function planted(evidence: Evidence): Evidence {
  let next = 0
  const plant = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plant)
    if (typeof value !== 'object' || value === null) return value
    const names = Array.from({ length: 20 }, () => PLANTED_NAMES[next++ % PLANTED_NAMES.length] ?? '')
    return Object.fromEntries([
      ...names.map((name): [string, unknown] => [name, `PLANTED ${name}`]),
      ...Object.entries(value).map(([name, item]): [string, unknown] => [name, plant(item)]),
    ])
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same with more in it
  return plant(evidence) as Evidence
}

describe('a bundle of another installation in which more stands than is read', () => {
  const { text, name } = {
    text: writeBundle(telltaleEvidence(), {
      writtenAt: NOW,
      zone: UTC,
      masking: 'none',
      installation: LAPTOP,
    }),
    name: installationFile(LAPTOP.id),
  }
  const forged = writeBundle(planted(telltaleEvidence()), {
    writtenAt: NOW,
    zone: UTC,
    masking: 'none',
    installation: LAPTOP,
  })
  const joinedWith = async (body: string) => {
    const store = freshStore()
    const intake = givenIntake(store)
    const files = [{ name, file: new File([body], name, { lastModified: 1 }) }]
    const own = { id: HERE.id, written: null, begun: undefined }
    const joined = await intake.do('join', { account: 'me', at: NOW, own, files })
    const ask = { account: 'me', installation: HERE, zone: UTC, at: NOW, unless: null }
    const written = (await (await intake.do('own', ask))?.file.text()) ?? ''
    return { joined, kept: await everythingIn(store), written }
  }

  it('leaves nothing of it in the database, or in what is written beside it', async () => {
    expect((await joinedWith(text)).joined).toMatchObject({ changed: 1 })
    const { joined, kept, written } = await joinedWith(forged)
    expect(foundPlanted(JSON.stringify(joined))).toBe('clean')
    expect(foundPlanted(kept)).toBe('clean')
    expect(foundPlanted(written)).toBe('clean')
  })

  it('leaves nothing of it where it is imported by hand, or read by the command', async () => {
    const store = freshStore()
    const intake = givenIntake(store)
    const source = { via: 'file', name, file: new File([forged], name) } as const
    await intake.do('read', { input: 'a', source })
    await intake.do('keep', { account: 'me', importId: 'one', at: NOW, inputs: ['a'], zone: null })
    expect(foundPlanted(await everythingIn(store))).toBe('clean')
    const folder = newFolder()
    writeFileSync(join(folder, name), forged)
    const { world, run } = worldOf()
    for (const format of ['json', 'text', 'csv', 'otlp']) {
      await runCommand(['report', folder, '--format', format], world)
      expect(foundPlanted(run.stdout + run.stderr), format).toBe('clean')
    }
  })
})

/** All of it as read in a page of its own. */
function readHere(evidence: Evidence): Evidence {
  const origins = [{ capture: 'capture:here', at: 'line 1' }]
  const read = <Item extends { readonly origins: unknown }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, origins }))
  const { records, snapshots, errors, calls, costs, devices } = evidence
  return {
    ...evidence,
    records: read(records),
    snapshots: read(snapshots),
    errors: read(errors),
    calls: read(calls),
    costs: read(costs),
    devices: read(devices),
  }
}

const rowsIn = (store: Store) =>
  Promise.all(store.tables.map(async (table) => `${table.name} ${await table.count()}`))

describe('of an import that was undone nothing is left', () => {
  it.each([...NAMED, ...SOURCES])('%s', async (_, files, plant) => {
    const { parts } = plantedIn(files, plant)
    const store = freshStore()
    const own = mergeEvidence(NO_EVIDENCE, readHere(telltaleEvidence()))
    await putEvidence(store, 'me', own)
    const before = await rowsIn(store)
    for (const [index, evidence] of parts.entries())
      await putImport(store, 'me', importPart(`PLANTED ${index}`, `PLANTED ${index}.log`), evidence)
    expect(foundPlanted(await everythingIn(store))).not.toBe('clean')
    for (const { id } of await importsOf(store, 'me')) await undoImport(store, 'me', id)
    expect(foundPlanted(await everythingIn(store))).toBe('clean')
    expect(await rowsIn(store)).toEqual(before)
    expect(mergeEvidence(await evidenceOf(store, 'me'))).toEqual(own)
  })
})
