import { describe, expect, it } from 'vitest'
import { decryptBundle, encryptBundle, looksEncrypted } from '../../shared/export/bundle/encrypted-bundle.ts'

const TEXT = `{"schema":"quotascope/bundle@3",\n"of":"Jürgen"}\n`.repeat(50)

const sealed = async (passphrase: string) =>
  new Uint8Array(await (await encryptBundle(new Blob([TEXT]), passphrase)).arrayBuffer())

const withHeader = (file: Uint8Array<ArrayBuffer>, change: (line: string) => string) => {
  const end = file.indexOf(10)
  const line = new TextEncoder().encode(change(new TextDecoder().decode(file.subarray(0, end))))
  return Uint8Array.from([...line, ...file.subarray(end)])
}

describe('an encrypted bundle', () => {
  it('is opened by its passphrase, however that was typed, and looks like nothing else', async () => {
    const file = await sealed('Jürgen 1')
    expect(looksEncrypted(file)).toBe(true)
    expect(looksEncrypted(new TextEncoder().encode(TEXT))).toBe(false)
    expect(new TextDecoder('latin1').decode(file)).not.toContain('of')
    expect(await decryptBundle(file, 'Ju\u0308rgen 1')).toEqual({ ok: true, text: TEXT })
  })

  it('has a salt and a nonce of its own each time', async () => {
    expect(await sealed('x')).not.toEqual(await sealed('x'))
  })

  it.each<[string, (file: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>, string]>([
    ['another passphrase', (file) => file, 'wrong'],
    ['a changed byte', (file) => file.with(file.length - 3, (file.at(-3) ?? 0) ^ 1), 'wrong'],
    ['a file that was cut off', (file) => file.slice(0, -5), 'wrong'],
    [
      'fewer rounds than it was written with',
      (file) => withHeader(file, (line) => line.replace('600000', '600001')),
      'wrong',
    ],
    ['too few rounds', (file) => withHeader(file, (line) => line.replace('600000', '1000')), 'header'],
    [
      'rounds that take minutes',
      (file) => withHeader(file, (line) => line.replace('600000', '99000000')),
      'header',
    ],
    ['a later version', (file) => withHeader(file, (line) => line.replace('bundle@1', 'bundle@2')), 'header'],
    [
      'a salt that is none',
      (file) => withHeader(file, (line) => line.replace('"salt":"', '"salt":"%')),
      'header',
    ],
    ['no line at all', (file) => file.filter((byte) => byte !== 10), 'header'],
  ])('is not opened: %s', async (name, change, why) => {
    const passphrase = name === 'another passphrase' ? 'y' : 'x'
    expect(await decryptBundle(change(await sealed('x')), passphrase)).toEqual({ ok: false, why })
  })
})
