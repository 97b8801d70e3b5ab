import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const list = z.array(z.string()).default([])
const manifestSchema = z.object({
  name: z.string(),
  description: z.string(),
  permissions: list,
  optional_permissions: list,
  host_permissions: list,
  optional_host_permissions: list,
  content_scripts: z.array(z.object({ matches: list })),
})
const manifestOf = (build: string) => manifestSchema.parse(JSON.parse(read(`${build}/manifest.json`)))

const grantsOf = (build: string): readonly string[] => {
  const { content_scripts: scripts, name: _, description: __, ...lists } = manifestOf(build)
  return [
    ...new Set([...Object.values(lists).flat(), ...scripts.flatMap(({ matches }) => matches)]),
  ].toSorted()
}

/** `| \`storage\` | keeps settings |`: the name, and what else stands in its row. */
const reasonsIn = (listing: string) =>
  [...listing.matchAll(/^\| `([^`]+)`([^|]*)\| *([^|]+?) *\|$/gm)].map(
    ([, name = '', note = '', reason = '']) => ({
      name,
      note,
      reason,
    }),
  )

for (const language of ['en', 'zh'])
  test.describe(`the listing in ${language}`, () => {
    const listing = read(`docs/store/listing.${language}.md`)

    test('has a reason for each permission and host of the builds, and for no other', () => {
      const reasons = reasonsIn(listing)
      expect(reasons.map(({ name }) => name).toSorted()).toEqual(grantsOf('dist'))
      for (const { name, reason } of reasons) expect(reason.length, name).toBeGreaterThan(8)
      const notInFirefox = reasons.filter(({ note }) => note.includes('Firefox')).map(({ name }) => name)
      const inFirefox = grantsOf('dist').filter((name) => !notInFirefox.includes(name))
      expect(grantsOf('dist-firefox')).toEqual(inFirefox)
    })

    test('says what is optional, and only of that', () => {
      const { optional_permissions: optional, optional_host_permissions: hosts } = manifestOf('dist')
      const said = reasonsIn(listing).filter(({ note }) => /optional|可选/.test(note))
      expect(said.map(({ name }) => name).toSorted()).toEqual([...optional, ...hosts].toSorted())
    })
  })

test('name and description fit the stores, and are those of the English listing', () => {
  for (const build of ['dist', 'dist-firefox']) {
    const { name, description } = manifestOf(build)
    expect(description.length).toBeLessThanOrEqual(132)
    expect(read('docs/store/listing.en.md').startsWith(`# ${name}\n\n${description}\n`)).toBe(true)
  }
})
