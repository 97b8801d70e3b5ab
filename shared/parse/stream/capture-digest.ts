import { TextDigest } from '../text-digest.ts'

/** Digests a text that comes in pieces as captureId digests it whole: with \n for every line end, and without what is blank at its end. */
export class CaptureDigest {
  private readonly digest = new TextDigest()
  private blank = ''

  push(text: string): void {
    const all = this.blank + text
    const said = all.trimEnd()
    this.blank = all.slice(said.length)
    this.digest.push(said.includes('\r') ? said.replace(/\r\n?/g, '\n') : said)
  }

  end(): string {
    return this.digest.end()
  }
}
