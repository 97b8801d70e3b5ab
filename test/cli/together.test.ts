import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { evidenceWith, refusal } from '../analyse/build.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { at } from '../time/given.ts'
import { runWith } from './run-with.ts'

const bundle = (evidence: Evidence, masking: 'none' | undefined = 'none') =>
  writeBundle(evidence, {
    writtenAt: at('2026-03-09T00:00:00Z'),
    zone: 'unknown',
    ...(masking && { masking }),
  })

const refusedAt = (...times: readonly string[]) =>
  evidenceWith({ errors: times.map((time) => refusal('overloaded', time)) })

/** Anton's two machines in a folder, Berta's bundle, and Carl's, redacted. */
function team(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-together-'))
  mkdirSync(join(folder, 'anton'))
  writeFileSync(join(folder, 'anton', 'laptop.json'), bundle(refusedAt('2026-03-08T12:00:00Z')))
  writeFileSync(join(folder, 'anton', 'server.json'), bundle(refusedAt('2026-03-08T12:01:00Z')))
  writeFileSync(
    join(folder, 'berta.json'),
    bundle(mergeEvidence(telltaleEvidence(), refusedAt('2026-03-08T12:02:00Z'))),
  )
  writeFileSync(join(folder, 'carl.json'), bundle(refusedAt('2026-03-08T11:58:00Z'), undefined))
  writeFileSync(join(folder, 'nobody.json'), bundle(NO_EVIDENCE))
  return folder
}

describe('report --together', () => {
  it('compares accounts, each a folder or a file', async () => {
    const { status, stdout } = await runWith(['--together', team(), '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'quotascope/together@1',
      accounts: ['anton', 'berta', 'carl'],
      incidents: expect.arrayContaining([
        expect.objectContaining({ account: 'anton', from: '2026-03-08T12:00:00Z', platform: 'supported' }),
      ]),
    })
    expect(stdout).not.toMatch(/planted|bef2fd2b|安娜/i)
  })

  it.each([
    ['en', 'supported', 'refused as well, from the same minutes on: berta, carl'],
    ['zh', '', '同样从这几分钟起被拒绝：berta'],
  ])('says it in words (%s)', async (lang, ...said) => {
    const { stdout } = await runWith(['--together', team(), '--format', 'text', '--lang', lang])
    for (const words of said) expect(stdout).toContain(words)
  })

  it.each([
    [['--together', '/no/such'], 2, 'name a folder'],
    [['a.txt', '--together', '.'], 2, 'takes one folder'],
    [['--together', '.', '--format', 'csv'], 2, 'text or json'],
    [['--together', mkdtempSync(join(tmpdir(), 'quotascope-empty-'))], 1, 'two are needed'],
  ])('with %j exits with %i', async (words, expected, said) => {
    const { status, stderr } = await runWith(words)
    expect(status).toBe(expected)
    expect(stderr).toContain(said)
  })
})
