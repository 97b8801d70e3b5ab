import { fileSystem } from '../../shared/cli/input/file-system.ts'
import type { InputFiles } from '../../shared/cli/input/input-files.ts'
import type { Terminal, World } from '../../shared/cli/world.ts'
import { at, zone } from '../time/given.ts'

export interface WorldOptions extends Partial<
  Pick<World, 'ask' | 'askSecret' | 'clock' | 'post' | 'pause' | 'chance' | 'newId' | 'writeFile'>
> {
  /** Files that are only names and texts; other names are files on the disk. */
  readonly files?: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>
  readonly terminal?: Partial<Terminal>
  readonly env?: Readonly<Record<string, string>>
  readonly home?: string
}

/** A world that writes down what it is told. */
export function worldOf(options: WorldOptions = {}) {
  const { files = {}, terminal = {}, env = {}, home = '/nobody', ...rest } = options
  const run = { stdout: '', stderr: '' }
  const written = new Map<string, string>()
  const write = (path: string, text: string | Iterable<string>) => {
    written.set(path, typeof text === 'string' ? text : [...text].join(''))
    return Promise.resolve()
  }
  const world: World = {
    files: filesOf(files),
    clock: { now: () => at('2026-03-09T00:00:00Z'), zone: () => zone('Europe/Berlin') },
    terminal: { isOut: false, isPiped: false, hasColour: false, columns: 80, ...terminal },
    env,
    home,
    out: (text) => {
      run.stdout += text
    },
    ask: () => Promise.reject(new Error('there is no network in a test')),
    post: () => Promise.reject(new Error('there is no network in a test')),
    pause: () => Promise.resolve(),
    chance: () => 0,
    newId: () => 'aaaaaaaa-0000-4000-8000-000000000001',
    askSecret: () => Promise.resolve(null),
    readText: (path) => Promise.resolve(written.get(path) ?? null),
    appendFile: (path, text) => {
      written.set(path, `${written.get(path) ?? ''}${text}`)
      return Promise.resolve()
    },
    keepText: write,
    writeFile: write,
    complain: (line) => {
      run.stderr += `${line.replaceAll(/\s*\n\s*/g, ' ')}\n`
    },
    progress: () => {},
    ...rest,
  }
  return { world, run, written }
}

function filesOf(texts: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): InputFiles {
  const disk = fileSystem(process.cwd())
  return {
    look: (name) =>
      Object.hasOwn(texts, name) ? Promise.resolve({ kind: 'file' } as const) : disk.look(name),
    open: (name) => {
      const text = texts[name]
      if (text === undefined) return disk.open(name)
      const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
      return Promise.resolve({ stream: new Blob([bytes]).stream(), size: bytes.length })
    },
  }
}
