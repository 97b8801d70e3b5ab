import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskText } from '../../shared/parse/scrub/mask.ts'

describe('masked', () => {
  it.each([
    ['in /root/work/app.py line 3', 'in [path] line 3'],
    ['at /Volumes/Backup/kimi.log', 'at [path]'],
    ['open /home/jane/.kimi: no', 'open [path]: no'],
    [String.raw`from \\fileserver\share\jane\x.log`, 'from [path]'],
    [String.raw`"\\\\fileserver\\share\\jane"`, '"[path]"'],
    ['session 0123456789abcdef0123456789ABCDEF ended', 'session [id] ended'],
    [
      'request reached organization org-9fK2mZqLw81aTb3c max',
      'request reached organization org-[masked] max',
    ],
    ['of proj-9fK2mZqLw81aTb3c <ak-9fK2mZqLw81aTb3c>', 'of proj-[masked] <ak-[masked]>'],
    ['call +86 138 1234 5678 or 13812345678', 'call [phone] or [phone]'],
    ['from 203.0.113.7:443', 'from [ip]:443'],
    ['at http://10.1.2.3/x', 'at http://[ip]/x'],
    ['from 2001:db8:0:0:0:0:0:1 now', 'from [ip] now'],
    ['GET /v1?token=abc&x=1&api_key=k', 'GET /v1?token=[masked]&x=1&api_key=[masked]'],
    [
      'POST https://api.kimi.com/v1?accountId=jane&page=3&stream=true&q=#owner=me failed',
      'POST https://api.kimi.com/v1?accountId=[masked]&page=3&stream=true&q=#owner=[masked] failed',
    ],
    ['<https://a.example/b?c=d&e>', '<https://a.example/b?c=[masked]&e>'],
    ['?access_token=a.b-c ', '?access_token=[masked] '],
    ['from 2001:db8:85a3::8a2e:370:7334, fe80::1 and ::1', 'from [ip], [ip] and [ip]'],
    ['key sk-ab12cd34 of mine', 'key sk-[masked] of mine'],
    ['mail jane.doe@example.org.', 'mail [e-mail].'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
    expect(maskText(masked)).toBe(masked)
  })
})

it.each([
  'see https://www.kimi.com/membership/subscription?tab=quota.',
  'is it x ? a=b & c=d : e',
  'KimiCLI/1.16.0 Chrome/156.0.0.0 node/22.1.0',
  'at 2026-03-02T10:00:00.123+08:00, 1772445600123, +0800 2026',
  '10:00:00 and 17:20:59',
  'record:0123456789abcdef0123456789abcdef',
  'sha256 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  'std::vector, a::b, Ab::Cd, sk-learn, 10:00::',
  'the root / of it, home and away, org-mode',
  String.raw`one\ntwo, C:\Windows\System32`,
  'TPM rate limit, current: 1500001, limit: 1500000',
])('left as it is: %s', (text) => {
  expect(maskText(text)).toBe(text)
})

it('is the same when masked again', () => {
  const piece = fc.constantFrom(
    '/root/',
    'org-',
    '0123456789abcdef',
    '?token=',
    '1.2.3.4',
    '\\\\',
    'a',
    ' ',
    '@b.c',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = maskText(pieces.join(''))
      expect(maskText(once)).toBe(once)
    }),
  )
})
