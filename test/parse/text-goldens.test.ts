import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { at } from '../time/given.ts'
import { writeGolden } from './given-json.ts'
import { fixture, paste } from './paste.ts'

/** The texts among the fixtures; test/parse/json-sources.test.ts has the bodies, test/parse/log the logs. */
const TEXTS = ['seed', 'posts', 'membership'].flatMap((folder) =>
  readdirSync(new URL(`../fixtures/${folder}`, import.meta.url))
    .filter((name) => /\.(?:txt|md|html)$/.test(name) && name !== 'README.md')
    .map((name) => `${folder}/${name}`),
)

describe.each(TEXTS)('fixture %s', (path) => {
  it('gives the golden evidence', async () => {
    const { evidence } = paste(fixture(path), {}, 'Europe/Berlin')
    await expect(writeGolden(evidence)).toMatchFileSnapshot(`./golden/${path}.golden.json`)
  })

  it.each(['Europe/Berlin', 'unknown'])('goes through a bundle and back, read in %s', (zone) => {
    const given = mergeEvidence(paste(fixture(path), {}, zone).evidence) // in the order of ids
    const written = writeBundle(given, {
      writtenAt: at('2026-11-25T00:00:00Z'),
      zone: 'unknown',
      masking: 'none',
    })
    const read = readBundle(written)
    expect(read.ok ? read.evidence : read.reason).toEqual(given)
  })
})
