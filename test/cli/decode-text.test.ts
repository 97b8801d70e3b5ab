import { expect, it } from 'vitest'
import { decodeText } from '../../shared/cli/decode-text.ts'

it.each([
  ['UTF-8', Buffer.from('额度 84% left'), '额度 84% left'],
  ['UTF-8 with a mark', Buffer.from('\u{feff}84% left'), '84% left'],
  ['UTF-16 of PowerShell', Buffer.from('\u{feff}84% left', 'utf16le'), '84% left'],
  ['UTF-16, the other way round', Buffer.from('\u{feff}84% left', 'utf16le').swap16(), '84% left'],
  ['nothing', Buffer.alloc(0), ''],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), null],
  ['zeros', Buffer.alloc(10), null],
  ['half a character', Buffer.from('额').subarray(0, 2), null],
])('%s', (_, bytes, text) => {
  expect(decodeText(bytes)).toBe(text)
})
