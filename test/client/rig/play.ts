import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../../shared/time/clock.ts'
import { panelSchema, type Panel } from '../printed.ts'
import type { TextName } from '../texts.ts'
import type { Truth } from '../truth.ts'
import type { InstalledClient } from './install.ts'
import { isoOf } from './limiter.ts'
import { Screen } from './screen.ts'
import type { StandIn } from './stand-in.ts'

/** How one run of the client ended. */
export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Another folder to work in, which makes another session. */
  readonly folder?: string
  /** Interrupts it after so many milliseconds, as Ctrl+C does. */
  readonly interruptAfter?: number
}

/** A user with the official client at one stand-in: a home, a folder with work in it, and what can be done. */
export class Play {
  /** All that the client printed. */
  readonly printed: string[] = []
  /** Lines of captures of /usages, as a user may collect them. */
  readonly readings: string[] = []
  readonly exports: string[] = []
  readonly screens: string[] = []
  readonly panels: Panel[] = []
  private readonly opened: Screen[] = []
  private readonly env: Readonly<Record<string, string>>
  private readonly home: string
  private readonly work: string

  constructor(
    private readonly client: InstalledClient,
    readonly service: StandIn,
    readonly folder: string,
    env: Readonly<Record<string, string>>,
  ) {
    this.home = join(folder, 'home')
    this.work = this.newFolder('CANARY-workdir')
    mkdirSync(this.home, { recursive: true })
    this.env = {
      PATH: `${dirname(client.node)}:/usr/bin:/bin`,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      TZ: 'UTC',
      HOME: this.home,
      KIMI_CODE_HOME: join(this.home, '.kimi-code'),
      KIMI_CODE_BASE_URL: `${service.base}/coding/v1`,
      KIMI_CODE_OAUTH_HOST: service.base,
      KIMI_CODE_NO_AUTO_UPDATE: '1',
      KIMI_DISABLE_TELEMETRY: '1',
      KIMI_DISABLE_CRON: '1',
      NO_COLOR: '1',
      BROWSER: '/bin/true',
      HTTPS_PROXY: service.base,
      NO_PROXY: '127.0.0.1,localhost',
      ...env,
    }
  }

  newFolder(name: string): string {
    const folder = join(this.folder, name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'CANARY-FILE.txt'), 'CANARY-CONTENT line one\nCANARY-CONTENT line two\n')
    return folder
  }

  async signIn(): Promise<void> {
    const { code, stderr } = await this.run(['login'])
    if (code !== 0) throw new Error(`the client could not sign in: ${stderr}`)
  }

  /** Asks one thing, in print mode; the stand-in answers with the script of that name. */
  prompt(script: string, { args = [], ...options }: RunOptions = {}): Promise<Ran> {
    return this.run([...args, '-p', `CANARY-PROMPT please. RIG[${script}]`], options)
  }

  /** The same in the session before. */
  goOn(script: string, { args = [], ...options }: RunOptions = {}): Promise<Ran> {
    return this.prompt(script, { ...options, args: ['-c', ...args] })
  }

  async export(session?: string): Promise<void> {
    const file = join(this.folder, `export-${this.exports.length + 1}.zip`)
    const { code, stderr } = await this.run([
      'export',
      '-y',
      '-o',
      file,
      ...(session === undefined ? [] : [session]),
    ])
    if (code !== 0) throw new Error(`the client could not export: ${stderr}`)
    this.exports.push(file)
  }

  read(): void {
    this.readings.push(
      JSON.stringify({ at: isoOf(systemClock.now()), source: 'usages', body: this.service.usages() }),
    )
  }

  /** Asks once while every request is refused with a text. */
  async refused(text: TextName, script: string, count = 9, env: RunOptions['env'] = {}): Promise<void> {
    this.service.refuse({ with: text, count })
    await this.goOn(script, { env })
    this.service.refuse(null)
  }

  /** Opens the client's own window, past the question whether its folder is to be trusted. */
  async open(width: number, height: number): Promise<Screen> {
    const screen = new Screen(
      this.work,
      this.env,
      [this.client.node, this.client.main, '--auto'],
      width,
      height,
    )
    this.opened.push(screen)
    await screen.until(/Trust this folder|Welcome to Kimi Code/, 30_000)
    await sleep(1_500)
    if (/Trust this folder/.test(screen.text())) screen.press('Enter')
    await screen.until(/Welcome to Kimi Code/, 30_000)
    await sleep(2_000)
    return screen
  }

  /** Puts beside what the client wrote what it printed and what is right. */
  keep(truth: Truth): void {
    const whole = {
      ...truth,
      from: isoOf(truth.from),
      to: isoOf(truth.to),
      calls: this.service.calls,
    }
    writeFileSync(join(this.folder, 'truth.json'), `${JSON.stringify(whole, null, 2)}\n`)
    writeFileSync(join(this.folder, 'printed.txt'), [...this.printed, ...this.screens].join('\n'))
    writeFileSync(
      join(this.folder, 'panels.ndjson'),
      this.panels.map((panel) => `${JSON.stringify(panel)}\n`).join(''),
    )
  }

  /** Asks the client's window for the usage panel, in so many columns. */
  async showUsage(screen: Screen, columns: number): Promise<void> {
    screen.resize(columns, 48)
    await sleep(1_000)
    await screen.ask('/usage', /Plan usage/g, 15_000)
    await sleep(800)
    this.panels.push(panelSchema.parse({ columns, screen: screen.visible(), usages: this.service.usages() }))
    this.read()
  }

  close(): void {
    for (const screen of this.opened) screen.close()
  }

  /** Files that the client wrote, by the end of their path in its home. */
  files(end: RegExp): readonly string[] {
    const root = join(this.home, '.kimi-code')
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => end.test(relative(root, path)))
      .toSorted()
  }

  /** The ids of its sessions. */
  sessions(): readonly string[] {
    const ids = this.files(/wire\.jsonl$/).flatMap((path) => /\/(session_[^/]+)\//.exec(path)?.[1] ?? [])
    return [...new Set(ids)]
  }

  textOf = (file: string): string => readFileSync(file, 'utf8')

  private run(args: readonly string[], { env = {}, folder, interruptAfter }: RunOptions = {}): Promise<Ran> {
    const child = spawn(this.client.node, [this.client.main, ...args], {
      cwd: folder ?? this.work,
      env: { ...this.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST,
    })
    const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
      const parts: string[] = []
      stream.setEncoding('utf8').on('data', (part: string) => parts.push(part))
      return parts
    })
    const interrupt =
      interruptAfter === undefined ? null : setTimeout(() => child.kill('SIGINT'), interruptAfter)
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => {
        if (interrupt) clearTimeout(interrupt)
        const ran = { code, stdout: stdout?.join('') ?? '', stderr: stderr?.join('') ?? '' }
        this.printed.push(ran.stdout, ran.stderr)
        resolve(ran)
      })
    })
  }
}

/** A run that takes longer hangs. */
const LONGEST = 300_000

/** Whether a program is there. */
export const isThere = (program: string): boolean => spawnSync(program, ['-V']).error === undefined
