import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectOnlyDebts } from './debts.ts'
import { IMPORT_DEBTS, KNOWN_ONLY_TO, MAY_IMPORT } from './import-rules.ts'
import { codeFiles, withoutComments } from './source-tree.ts'

const STATIC = /^\s*(?:import|export)\b[^'"()]*?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g

function importsIn(code: string): string[] {
  const plain = withoutComments(code)
  return [STATIC, DYNAMIC].flatMap((pattern) => [...plain.matchAll(pattern)].map((match) => match[1] ?? ''))
}

const inside = (path: string, room: string) => path === room || path.startsWith(`${room}/`)

/** `shared/time/day.ts` → `shared/time`; null for a path that has no room. */
function roomOf(path: string): string | null {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => inside(path, room))
  return rooms.toSorted((a, b) => b.length - a.length)[0] ?? null
}

function mayImport(from: string, target: string): boolean {
  const room = roomOf(from)
  if (room === null) return false
  return [room, ...(MAY_IMPORT[room] ?? [])].some((allowed) => inside(target, allowed))
}

/** `@noble/hashes/sha2.js` → `@noble/hashes` */
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

function mayUse(from: string, specifier: string): boolean {
  const homes = KNOWN_ONLY_TO[packageOf(specifier)]
  return homes === undefined || inside(from, 'test') || homes.some((home) => inside(from, home))
}

const isRelative = (specifier: string) => specifier.startsWith('.')

function broken(from: string, specifier: string): boolean {
  if (!isRelative(specifier)) return !mayUse(from, specifier)
  const [path = ''] = specifier.split('?') // Vite's `./strip.css?inline`
  return !mayImport(from, posix.join(posix.dirname(from), path))
}

const edges = codeFiles().flatMap((file) => importsIn(file.read()).map((to) => ({ from: file.path, to })))

describe('who may import whom', () => {
  it('is as the tables say', () => {
    const violations = edges.filter((edge) => broken(edge.from, edge.to))
    expectOnlyDebts(
      violations.map((edge) => `${edge.from} -> ${edge.to}`),
      IMPORT_DEBTS,
    )
  })

  it('is checked on every file: each one belongs to a room', () => {
    const homeless = codeFiles().filter((file) => roomOf(file.path) === null)
    expect(homeless.map((file) => file.path)).toEqual([])
  })

  it('names files with their ending, so that a path is what is on the disk', () => {
    const bare = edges.filter(
      (edge) => isRelative(edge.to) && !/\.(?:tsx?|mjs|css|json)(?:\?\w+)?$/.test(edge.to),
    )
    expect(bare).toEqual([])
  })
})

describe('the check itself', () => {
  it.each([
    ["import { a } from './a.ts'", ['./a.ts']],
    ["import {\n  a,\n  type B,\n} from '../b/b.ts'", ['../b/b.ts']],
    ["import type { C } from 'c'\nexport * from './d.ts'", ['c', './d.ts']],
    ["import './strip.css'\nconst late = await import('./late.ts')", ['./strip.css', './late.ts']],
    ["// import { no } from './no.ts'\n/* import './never.ts' */", []],
  ])('reads %j', (code, found) => {
    expect(importsIn(code)).toEqual(found)
  })

  it.each([
    ['shared/analyse/x.ts', '../store/db.ts', true],
    ['shared/analyse/x.ts', '../parse/zod.ts', true],
    ['shared/parse/x.ts', '../store/db.ts', true],
    ['shared/time/x.ts', '../evidence/when.ts', true],
    ['shared/export/x.ts', '../wording/wording.ts', false],
    ['shared/intake.ts', './analyse/analyse.ts', true],
    ['shared/cli/x.ts', '../analyse/analyse.ts', false],
    ['shared/cli.ts', '../web/start.ts', true],
    ['web/x.tsx', '../extension/background.ts', true],
    ['extension/background.ts', '../web/mount.tsx', true],
    ['extension/console/main.tsx', '../../web/mount.tsx', false],
    ['extension/console/main.tsx', '../../web/other.tsx', true],
    ['web/x.tsx', 'dexie', true],
    ['shared/store/db.ts', 'dexie', false],
    ['extension/overlay/x.ts', 'react', true],
  ])('%s -> %s', (from, to, refused) => {
    expect(broken(from, to)).toBe(refused)
  })
})
