import { expect, test } from '@playwright/test'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))
const PRIVACY = fileURLToPath(new URL('../../docs/privacy.md', import.meta.url))

const manifestSchema = z.looseObject({
  permissions: z.array(z.string()),
  optional_permissions: z.array(z.string()),
  optional_host_permissions: z.array(z.string()),
  content_scripts: z.array(
    z.looseObject({ js: z.array(z.string()), matches: z.array(z.string()), world: z.string().optional() }),
  ),
  content_security_policy: z.object({ extension_pages: z.string() }),
})
const manifest = () => manifestSchema.parse(JSON.parse(readFileSync(join(DIST, 'manifest.json'), 'utf8')))

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

test.describe('the built extension', () => {
  test('asks for these permissions and no others', () => {
    const built = manifest()
    expect(built.permissions.toSorted()).toEqual(['alarms', 'storage', 'unlimitedStorage'])
    expect(built.optional_permissions).toEqual(['notifications'])
    expect(built.optional_host_permissions).toEqual(['https://api.kimi.com/*', 'https://api.kimi.ai/*'])
    for (const key of ['host_permissions', 'web_accessible_resources', 'externally_connectable'])
      expect(built, key).not.toHaveProperty(key)
    expect(built.content_scripts.flatMap(({ matches }) => matches)).toEqual([
      'https://www.kimi.com/*',
      'https://www.kimi.ai/*',
      'https://www.kimi.com/*',
      'https://www.kimi.ai/*',
    ])
    expect(built.content_security_policy.extension_pages).toContain("default-src 'none'; script-src 'self';")
    expect(built.content_security_policy.extension_pages).toContain(
      "connect-src 'self' https://api.kimi.com https://api.kimi.ai;",
    )
  })

  test('has a sentence of reason for each permission', () => {
    const privacy = readFileSync(PRIVACY, 'utf8')
    const { permissions, optional_permissions: optional, optional_host_permissions: hosts } = manifest()
    for (const permission of [...permissions, ...optional, ...hosts])
      expect(privacy).toContain(`\`${permission}\``)
    for (const origin of ['https://www.kimi.com/*', 'https://www.kimi.ai/*'])
      expect(privacy).toContain(`\`${origin}\``)
  })

  test('has a page hook under 7 kB and a content script under 60 kB compressed, each in one file', () => {
    for (const { js, world } of manifest().content_scripts) {
      const sources = js.map((file) => readFileSync(join(DIST, file)))
      const size = world === 'MAIN' ? Buffer.concat(sources).length : gzipSync(Buffer.concat(sources)).length
      console.log(`${js.join(', ')}: ${size} bytes${world === 'MAIN' ? '' : ' compressed'}`)
      expect(size).toBeLessThan(world === 'MAIN' ? 7_168 : 61_440)
      for (const source of sources) expect(source.toString()).not.toMatch(/\bimport\s*\(/)
    }
  })

  test('imports the worker statically', () => {
    const loader = readFileSync(join(DIST, 'service-worker-loader.js'), 'utf8')
    expect(loader).toMatch(/background/)
    for (const file of filesIn(DIST).filter((name) => /background.*\.js$/.test(name)))
      expect(readFileSync(file, 'utf8')).not.toMatch(/[^.\w]import\s*\(/)
  })
})
