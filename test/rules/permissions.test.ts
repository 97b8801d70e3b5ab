import { expect, it } from 'vitest'
import manifest from '../../extension/manifest.ts'
import { treeFiles } from './source-tree.ts'

const LISTS = ['permissions', 'optional_permissions', 'host_permissions', 'optional_host_permissions']

/** Everything that the browser asks the user to grant, and the pages that content scripts run on. */
function grantsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) => {
    if (LISTS.includes(key)) return textsIn(entry)
    if (key === 'content_scripts') return matchesIn(entry)
    return []
  })
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

const matchesIn = (scripts: unknown): string[] =>
  Array.isArray(scripts)
    ? scripts.flatMap((script: unknown) =>
        typeof script === 'object' && script !== null && 'matches' in script ? textsIn(script.matches) : [],
      )
    : []

it('every permission in the manifest has its sentence in docs/privacy.md', () => {
  const grants = [...new Set(grantsIn(manifest))]
  const privacy =
    treeFiles('docs')
      .find((file) => file.path === 'docs/privacy.md')
      ?.read() ?? ''
  const lines = privacy.split('\n')
  // A sentence: the name in code style, and more than a few words beside it.
  const unexplained = grants.filter(
    (grant) => !lines.some((line) => line.includes(`\`${grant}\``) && line.split(/\s+/).length >= 8),
  )
  expect(unexplained).toEqual([])
})

it('the check reads all lists', () => {
  expect(
    grantsIn({
      permissions: ['storage'],
      optional_host_permissions: ['https://a/*'],
      content_scripts: [{ matches: ['https://b/*'], js: ['c.ts'] }],
      name: 'x',
    }),
  ).toEqual(['storage', 'https://a/*', 'https://b/*'])
})
