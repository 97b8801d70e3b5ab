import type { Reason } from '../../evidence/sentences/reasons.ts'

/** More than any record of a log has: a picture in a prompt stands in one line. */
const LONGEST = 16_000_000

/** What becomes of the lines. */
export interface LineSink {
  push(line: string): void
  refuseLine(reason: Reason): void
}

/**
 * Cuts a text that comes in pieces into lines, ended by \n, \r\n or \r. A line that goes over several pieces is put together;
 * of one that is too long to be held, nothing is kept but that it was there.
 */
export class LineSplitter {
  private carry: string[] = []
  private carried = 0
  /** The last piece ended with \r: a \n at the beginning of the next one belongs to it. */
  private afterReturn = false

  constructor(private readonly sink: LineSink) {}

  /** Whether what was pushed ends with a line, and what comes next begins another one. */
  get isBetweenLines(): boolean {
    return this.carried === 0 && !this.afterReturn
  }

  push(text: string): void {
    if (text === '') return
    let from = 0
    if (this.afterReturn && text.startsWith('\n')) from = 1
    this.afterReturn = text.endsWith('\r')
    if (text.includes('\r')) return this.pushAnyEnds(text, from)
    for (let end = text.indexOf('\n', from); end !== -1; end = text.indexOf('\n', from)) {
      this.line(text.slice(from, end))
      from = end + 1
    }
    this.keep(text.slice(from))
  }

  end(): void {
    if (this.carried > 0) this.line('')
  }

  private pushAnyEnds(text: string, start: number): void {
    let from = start
    for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) {
      if (index < from) continue
      this.line(text.slice(from, index))
      from = index + ending.length
    }
    this.keep(text.slice(from))
  }

  private keep(rest: string): void {
    if (rest === '') return
    this.carried += rest.length
    if (this.carried <= LONGEST) this.carry.push(rest)
    else this.carry = []
  }

  private line(rest: string): void {
    if (this.carried === 0) return this.sink.push(rest)
    const length = this.carried + rest.length
    const parts = this.carry
    this.carry = []
    this.carried = 0
    if (length > LONGEST) this.sink.refuseLine(`a line of more than ${LONGEST} characters`)
    else this.sink.push(parts.join('') + rest)
  }
}
