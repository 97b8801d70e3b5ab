import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SKIPPED = /^(?:node_modules|\.git|dist(?:-.+)?|test-results|playwright-report|coverage)$/

/** A file of the checkout; `path` is relative to its root, with forward slashes. */
export interface TreeFile {
  readonly path: string
  readonly read: () => string
}

/** Every file of the checkout but what tools generate. */
export function treeFiles(folder = ''): TreeFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (SKIPPED.test(entry.name)) return []
    if (entry.isDirectory()) return treeFiles(path)
    return [{ path: relative(ROOT, join(ROOT, path)), read: () => readFileSync(join(ROOT, path), 'utf8') }]
  })
}

/** The files that somebody wrote as code. */
export const codeFiles = (): TreeFile[] =>
  ['shared', 'extension', 'web', 'release', 'test']
    .flatMap((folder) => treeFiles(folder))
    .filter((file) => /\.(?:tsx?|css)$/.test(file.path) && !file.path.startsWith('test/fixtures/'))

/** The code without its comments, which may well name what the code may not. Line numbers stay. */
export const withoutComments = (code: string): string =>
  code
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|[\s;,{(])\/\/[^\n]*/g, '$1')

export const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length
