import process from 'node:process'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Asks on standard error and reads a line that is not shown; null where nobody sits at a terminal, or nothing was typed. */
export function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return Promise.resolve(null)
  process.stderr.write(question)
  // readline echoes what is typed to its output: this one shows nothing
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true })
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line === '' ? null : line)
      lines.close()
    })
    lines.once('close', () => {
      process.stderr.write('\n')
      resolve(null)
    })
  })
}
