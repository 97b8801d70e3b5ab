import { readFile } from 'node:fs/promises'
import { transformWithOxc } from 'vite'

export interface PageFile {
  readonly contentType: string
  readonly body: string
}

const NAME = /^[a-z-]+\.(ts|css)$/
const read = new Map<string, Promise<PageFile>>()

/** A file of the replica's own page, types taken off; null when there is none of that name. */
export async function pageFile(name: string): Promise<PageFile | null> {
  const kind = NAME.exec(name)?.[1]
  if (kind === undefined) return null
  const known = read.get(name) ?? load(name, kind)
  read.set(name, known)
  return known.catch(() => null)
}

async function load(name: string, kind: string): Promise<PageFile> {
  const text = await readFile(new URL(`page/${name}`, import.meta.url), 'utf8')
  if (kind === 'css') return { contentType: 'text/css; charset=utf-8', body: text }
  const { code } = await transformWithOxc(text, name)
  return { contentType: 'text/javascript; charset=utf-8', body: code }
}
