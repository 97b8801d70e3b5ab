import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

let opened = 0

/** A program with a text interface, in a pseudo-terminal of tmux. */
export class Screen {
  private readonly socket = `quotascope-client-${process.pid}-${(opened += 1)}`

  constructor(
    folder: string,
    private readonly env: Readonly<Record<string, string>>,
    command: readonly string[],
    width: number,
    height: number,
  ) {
    const pairs = Object.entries(env).map(([name, value]) => `${name}=${value}`)
    const size = ['-x', String(width), '-y', String(height)]
    this.tmux('new-session', '-d', '-s', 'it', ...size, '-c', folder, 'env', '-i', ...pairs, ...command)
  }

  /** All that it shows, with what has scrolled away. */
  text(): string {
    return this.tmux('capture-pane', '-p', '-t', 'it', '-S', '-2000')
  }

  /** What it shows now. */
  visible(): string {
    return this.tmux('capture-pane', '-p', '-t', 'it')
  }

  press(key: string): void {
    this.tmux('send-keys', '-t', 'it', key)
  }

  async type(text: string): Promise<void> {
    this.tmux('send-keys', '-t', 'it', '-l', text)
    // On a busy machine the line may not be ready yet when it is entered.
    for (let tries = 0; tries < 5; tries += 1) {
      await sleep(800)
      this.press('Enter')
      await sleep(800)
      if (!this.text().includes(`> ${text}`)) return
    }
  }

  /** Types a line, and waits until what answers it is shown once more. */
  async ask(text: string, answer: RegExp, longest: number): Promise<void> {
    const count = () => [...this.text().matchAll(answer)].length
    const before = count()
    await this.type(text)
    await this.wait(() => count() > before, String(answer), longest)
  }

  /** Ends the program as its user does; the terminal is gone with it. */
  async leave(): Promise<void> {
    this.tmux('send-keys', '-t', 'it', '-l', '/exit')
    await sleep(1_500)
    this.press('Enter')
    await sleep(3_000)
  }

  /** Waits until it shows something. */
  async until(pattern: RegExp, longest: number): Promise<void> {
    await this.wait(() => pattern.test(this.text()), String(pattern), longest)
  }

  private async wait(isShown: () => boolean, what: string, longest: number): Promise<void> {
    for (let waited = 0; !isShown(); waited += STEP) {
      if (waited >= longest) throw new Error(`the client's window does not show ${what}:\n${this.text()}`)
      await sleep(STEP)
    }
  }

  resize(width: number, height: number): void {
    this.tmux('resize-window', '-t', 'it', '-x', String(width), '-y', String(height))
  }

  close(): void {
    spawnSync('tmux', ['-L', this.socket, 'kill-server'])
  }

  private tmux(...words: readonly string[]): string {
    const env = { PATH: this.env['PATH'] ?? '', LANG: 'C.UTF-8', TERM: 'xterm-256color' }
    const { status, stdout, stderr } = spawnSync('tmux', ['-L', this.socket, ...words], {
      encoding: 'utf8',
      env,
    })
    if (status !== 0) throw new Error(`tmux: ${stderr}`)
    return stdout
  }
}

const STEP = 250
