import { randomUUID } from 'node:crypto'
import { fstatSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import pico from 'picocolors'
import { withoutControls } from '../evidence/without-controls.ts'
import { systemClock } from '../time/clock.ts'
import { fileSystem } from './input/file-system.ts'
import { writeReasonOf } from './input/file-reasons.ts'
import { progressLine } from './progress-line.ts'
import { askSecret } from './ask-secret.ts'
import { postRecords } from './send/post-records.ts'
import { askService } from './usages/ask-service.ts'
import type { World } from './world.ts'
import { keepWhole, writeWhole } from './write-whole.ts'

/** The machine that the command runs on; `typedIn` is the folder that its paths are relative to. */
export function systemWorld(typedIn: string): World {
  const complain = (line: string) => {
    progress(null)
    // names of files and what stands in them may be anybody's
    process.stderr.write(`${withoutControls(line.replaceAll(/\s*\n\s*/g, ' '))}\n`)
  }
  const progress = progressLine(process.stderr)
  const failed = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return // `… | head` closes the pipe early; that is the reader's right
    complain(`it could not be written: ${writeReasonOf(error)}`)
    process.exitCode = 1
    // What exits later must not say that all went well.
    process.once('exit', () => {
      process.exitCode = 1
    })
  }
  process.stdout.on('error', failed)
  process.stderr.on('error', () => {}) // nobody is left who could be told
  return {
    files: fileSystem(typedIn),
    clock: systemClock,
    terminal: {
      isOut: process.stdout.isTTY,
      isPiped: isPiped(),
      hasColour: process.stdout.isTTY && pico.isColorSupported,
      columns: process.stdout.columns || 80,
    },
    env: process.env,
    home: homedir(),
    ask: askService,
    post: postRecords,
    pause: sleep,
    chance: Math.random,
    keepText: keepWhole,
    readText: (path) => readFile(path, 'utf8').catch(() => null),
    appendFile: (path, text) => appendFile(resolve(typedIn, path), text),
    out: (text) => {
      progress(null)
      process.stdout.write(text)
    },
    writeFile: (path, text) => writeWhole(resolve(typedIn, path), text),
    newId: randomUUID,
    askSecret: (question) => {
      progress(null)
      return askSecret(question)
    },
    complain,
    progress,
  }
}

/** A pipe, a file or a socket is waiting to be read. A terminal is not, nor /dev/null, which a service has there. */
function isPiped(): boolean {
  try {
    const input = fstatSync(0)
    return input.isFIFO() || input.isFile() || input.isSocket()
  } catch {
    return false // closed before we began
  }
}
