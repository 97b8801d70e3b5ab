import { expect, test } from '@playwright/test'
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packageJson from '../../package.json' with { type: 'json' }

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMAND = join(ROOT, 'dist-cli/quotascope.js')
const seedFile = (name: string) => join(ROOT, 'test/fixtures/seed', name)
const ROWS = 'usage-history.txt'
const NOW = ['--now', '2026-03-09T00:00:00Z', '--json']

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'quotascope-command-'))

/** Runs the bundle in a folder where nothing is, as somebody who has nothing. */
function run(
  words: readonly string[],
  options: { readonly cwd?: string; readonly input?: string; readonly uid?: number } = {},
) {
  const home = emptyFolder()
  return spawnSync(process.execPath, [COMMAND, ...words], {
    encoding: 'utf8',
    cwd: home,
    env: { PATH: process.env['PATH'], HOME: home },
    ...options,
  })
}

const recordsIn = (json: string): unknown => {
  const report: unknown = JSON.parse(json)
  return typeof report === 'object' && report !== null && 'counts' in report ? report.counts : null
}

test('the package holds only what it needs, and is all that is installed', () => {
  const folder = emptyFolder()
  const npm = (...words: string[]) =>
    spawnSync('npm', words, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, npm_config_loglevel: 'error', npm_config_offline: 'true' },
    })
  expect(npm('pack', ROOT, '--ignore-scripts').status).toBe(0)
  const tarball = `quotascope-${packageJson.version}.tgz`
  const listed = spawnSync('tar', ['tzf', join(folder, tarball)], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
  expect(
    listed.filter(
      (name) =>
        !/^package\/(?:package\.json|README\.md|LICENSE|dist-cli\/(?:licences\.md|[\w-]+\.js))$/.test(name),
    ),
  ).toEqual([])
  expect(npm('install', `./${tarball}`).status).toBe(0)
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'quotascope',
  ])
  copyFileSync(seedFile(ROWS), join(folder, ROWS))
  const { status, stdout } = npm('exec', '--', 'quotascope', 'report', ROWS, ...NOW)
  expect(status).toBe(0)
  expect(recordsIn(stdout)).toMatchObject({ records: 9 })
})

test('version, help and completions come from the bundle', () => {
  expect(run(['--version']).stdout).toBe(`${packageJson.version}\n`)
  expect(run(['report', '--help']).stdout).toContain('--taken-at')
  for (const shell of ['bash', 'zsh', 'fish', 'powershell'])
    expect(run(['completions', shell]).stdout).toContain('quotascope')
  expect(run(['complete', '--', 'report', '--format', '']).stdout).toContain('html')
})

test('what is piped in is read, without a dash too', () => {
  const input = readFileSync(seedFile(ROWS), 'utf8')
  for (const words of [NOW, ['report', ...NOW], ['report', '-', ...NOW]])
    expect(recordsIn(run(words, { input }).stdout)).toMatchObject({ records: 9 })
})

test('a word that is no command and no file may be a slip', () => {
  const { status, stderr } = run(['reprot'])
  expect([status, stderr]).toEqual([
    2,
    "unknown command 'reprot' (Did you mean report?) (--help says more)\n",
  ])
})

test.describe('where something is in the way, it is one line, and nothing is half-written', () => {
  test('the reader of the pipe goes', () => {
    const words = `'${process.execPath}' '${COMMAND}' report '${seedFile(ROWS)}' ${NOW.join(' ')} | head -c 10`
    const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', words], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  test('a full disk', () => {
    const toFile = run(['report', seedFile(ROWS), '-o', '/dev/full'])
    expect([toFile.status, toFile.stderr]).toEqual([
      1,
      '/dev/full could not be written: no space is left on the disk\n',
    ])
    const words = `'${process.execPath}' '${COMMAND}' report '${seedFile(ROWS)}' ${NOW.join(' ')} > /dev/full`
    const toPipe = spawnSync('bash', ['-c', words], { encoding: 'utf8' })
    expect([toPipe.status, toPipe.stderr]).toEqual([
      1,
      'it could not be written: no space is left on the disk\n',
    ])
  })

  test('a folder that is not there', () => {
    const { status, stderr } = run(['report', seedFile(ROWS), '-o', 'none/report.md'])
    expect([status, stderr]).toEqual([1, 'none/report.md could not be written: there is no such folder\n'])
  })

  test('Ctrl+C in the middle of a pipe that does not end', async () => {
    const folder = emptyFolder()
    const pipe = join(folder, 'pipe')
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
    writeFileSync(join(folder, 'report.json'), 'what was there\n')
    const child = spawn(process.execPath, [COMMAND, 'report', pipe, '-o', 'report.json'], { cwd: folder })
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)))
    const writer = spawn('bash', ['-c', `exec 3>${pipe}; cat '${seedFile(ROWS)}' >&3; sleep 30`])
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    child.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
    writer.kill()
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('what was there\n')
    expect(readdirSync(folder).toSorted()).toEqual(['pipe', 'report.json'])
  })

  test('a pipe with a name is read to its end', () => {
    const words = `'${process.execPath}' '${COMMAND}' report <(cat '${seedFile(ROWS)}') ${NOW.join(' ')}`
    const { status, stdout } = spawnSync('bash', ['-c', words], { encoding: 'utf8' })
    expect(status).toBe(0)
    expect(recordsIn(stdout)).toMatchObject({ records: 9 })
  })

  test('a link to itself, a folder that leads back into itself, a device, a missing file', () => {
    const folder = emptyFolder()
    symlinkSync('loop', join(folder, 'loop'))
    mkdirSync(join(folder, 'logs'))
    symlinkSync('..', join(folder, 'logs', 'up'))
    copyFileSync(seedFile(ROWS), join(folder, 'logs', ROWS))
    const { status, stdout, stderr } = run(['report', 'loop', 'logs', '/dev/zero', 'none', ...NOW], {
      cwd: folder,
    })
    expect(status).toBe(2)
    expect(stderr.split('\n').toSorted()).toEqual([
      '',
      '/dev/zero: is a device, not a file',
      'loop: is a link to itself',
      'none: there is no such file',
    ])
    expect(recordsIn(stdout)).toMatchObject({ records: 9 })
  })

  test('no permission', () => {
    const folder = emptyFolder()
    chmodSync(folder, 0o755)
    for (const name of ['open.txt', 'closed.txt']) copyFileSync(seedFile(ROWS), join(folder, name))
    chmodSync(join(folder, 'closed.txt'), 0o000)
    // root may read everything, so nobody tries
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const { status, stdout, stderr } = run(['report', 'closed.txt', 'open.txt', ...NOW], {
      cwd: folder,
      ...nobody,
    })
    expect([status, stderr]).toEqual([2, 'closed.txt: it may not be read (no permission)\n'])
    expect(recordsIn(stdout)).toMatchObject({ records: 9 })
  })

  test('a folder of thousands of files', () => {
    const folder = emptyFolder()
    for (let index = 0; index < 3_000; index += 1)
      writeFileSync(join(folder, `${index}.txt`), 'nothing of ours\n')
    copyFileSync(seedFile(ROWS), join(folder, 'rows.txt'))
    const { status, stdout, stderr } = run(['report', folder, ...NOW])
    expect([status, stderr]).toEqual([0, ''])
    expect(recordsIn(stdout)).toMatchObject({ records: 9 })
  })

  test('a key and a login beside the logs are not even opened', () => {
    const home = emptyFolder()
    const kimi = join(home, '.kimi-code')
    mkdirSync(join(kimi, 'logs'), { recursive: true })
    mkdirSync(join(kimi, 'credentials'))
    copyFileSync(join(ROOT, 'test/fixtures/logs/kimi-code-2.log'), join(kimi, 'logs', 'kimi-code.log'))
    for (const secret of ['credentials/kimi.json', 'config.toml', 'oauth.json'])
      writeFileSync(
        join(kimi, secret),
        '{"usage":{"limit":"100","used":"100","resetTime":"2026-03-08T09:20:45Z"}}',
      )
    expect(existsSync(join(kimi, 'oauth.json'))).toBe(true)
    const { status, stdout } = spawnSync(process.execPath, [COMMAND, '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: home, TZ: 'Europe/Berlin' },
    })
    expect(status).toBe(0)
    expect(recordsIn(stdout)).toMatchObject({ snapshots: 0 })
    expect(stdout).toContain('"zone": "Europe/Berlin"')
  })
})
