import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { treeFiles, type TreeFile } from './source-tree.ts'

const files = treeFiles()
const paths = new Set(files.map(({ path }) => path))
const documents = files.filter(({ path }) => path.endsWith('.md') && !path.startsWith('test/'))
const folders = ['extension', 'web', 'shared', 'release', 'test', 'docs']

const exists = (path: string) => paths.has(path) || files.some((file) => file.path.startsWith(`${path}/`))

/** Paths of this tree that a document names in code style: `shared/time/day.ts`, `test/e2e`. */
const pathsNamedIn = (document: TreeFile) =>
  [...document.read().matchAll(/`((?:shared|extension|web|release|test|docs|\.ci)\/[\w./-]+?)\/?`/g)].map(
    (match) => match[1] ?? '',
  )

describe('what documents say of the tree is true', () => {
  it.each(documents.map((document) => [document.path, document] as const))('%s: paths', (_, document) => {
    expect(pathsNamedIn(document).filter((path) => !exists(path))).toEqual([])
  })

  it.each(documents.map((document) => [document.path, document] as const))('%s: scripts', (_, document) => {
    const scripts = [...document.read().matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(
      (match) => match[1],
    )
    expect(scripts.filter((script) => !Object.keys(packageJson.scripts).includes(script ?? ''))).toEqual([])
  })

  it.each(documents.map((document) => [document.path, document] as const))('%s: links', (path, document) => {
    const links = [...document.read().matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      (match) => match[1] ?? '',
    )
    const base = path.split('/').slice(0, -1)
    const target = (link: string) => {
      const parts = [...base]
      for (const part of link.split('/')) {
        if (part === '..') parts.pop()
        else if (part !== '.') parts.push(part)
      }
      return parts.filter((part) => part !== '').join('/')
    }
    expect(links.filter((link) => !exists(target(link)))).toEqual([])
  })
})

/** `## Ratio pools` → `ratio-pools`, as GitHub makes anchors. */
const anchorsOf = (document: TreeFile) =>
  [...document.read().matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

/** Documents that code names, `docs/kimi.md#usages, #history` with their sections, and any other in capitals: `README.md`. */
function documentsNamedIn(code: string): { readonly path: string; readonly sections: readonly string[] }[] {
  const inDocs = [...code.matchAll(/\bdocs\/[\w./-]+\.md((?:(?:, )?#[\w-]+)*)/g)]
  const capitals = [...code.matchAll(/(?<![\w./])[A-Z]{4,}\.md\b/g)]
  return [
    ...inDocs.map(([whole, sections = '']) => ({
      path: whole.slice(0, whole.length - sections.length),
      sections: [...sections.matchAll(/#([\w-]+)/g)].map((match) => match[1] ?? ''),
    })),
    ...capitals.map(([path]) => ({ path, sections: [] })),
  ]
}

/** Pages that a script writes, as `docs/accuracy.md`: it may be there before its page. */
const WRITTEN = new Set(
  files
    .filter(({ path }) => path.endsWith('.ts'))
    .flatMap((file) => [...file.read().matchAll(/writeFileSync\(new URL\('[./]*(docs\/[\w-]+\.md)'/g)])
    .map((match) => match[1] ?? ''),
)

it('documents that code and pages name exist, and so do their sections', () => {
  const named = files.filter(
    ({ path }) => /\.(?:tsx?|css|md)$/.test(path) && !/^test\/(?:fixtures\/|rules\/documents)/.test(path),
  )
  const missing = named.flatMap((file) =>
    documentsNamedIn(file.read()).flatMap(({ path, sections }) => {
      const document = files.find((each) => each.path === path || each.path.endsWith(`/${path}`))
      if (!document) return WRITTEN.has(path) ? [] : [`${file.path}: ${path}`]
      const anchors = anchorsOf(document)
      return sections
        .filter((section) => !anchors.includes(section))
        .map((each) => `${file.path}: ${path}#${each}`)
    }),
  )
  expect(missing).toEqual([])
})

it.each([
  ['// see docs/flow.md#time, #rooms.', [{ path: 'docs/flow.md', sections: ['time', 'rooms'] }]],
  ['/* as NOTES.md says */', [{ path: 'NOTES.md', sections: [] }]],
  ['["README.md"](x/README.md)', [{ path: 'README.md', sections: [] }]],
])('the check sees what %s names', (code, named) => {
  expect(documentsNamedIn(code)).toEqual(named)
})

it.each(folders)('%s has a README of at most 15 lines', (folder) => {
  const readme = files.find(({ path }) => path === `${folder}/README.md`)
  expect(readme ? readme.read().trim().split('\n').length : Infinity).toBeLessThanOrEqual(15)
})

it('docs/dependencies.md has a sentence for every dependency, and for no other', () => {
  const page = files.find(({ path }) => path === 'docs/dependencies.md')?.read() ?? ''
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const named = rows.flatMap((row) =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]),
  )
  const installed = Object.keys(packageJson.devDependencies)
  expect(new Set(named)).toEqual(new Set(installed))
  expect(rows.filter((row) => (row.split(' | ')[1] ?? '').length < 10)).toEqual([])
})
