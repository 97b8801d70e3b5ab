import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { htmlText } from '../../shared/export/html/html-text.ts'
import { writeHtml, type HtmlOptions } from '../../shared/export/html/write-html.ts'
import { incidentPictures } from '../../shared/export/incident-pictures.ts'
import { writeMarkdown } from '../../shared/export/markdown/write-markdown.ts'
import { evidenceWith, page, refusal, row, seedEvidence, zoneNamed } from '../analyse/build.ts'
import { at } from '../time/given.ts'

const analysisOf = (evidence: Evidence, zone = '+01:00') =>
  analyse(evidence, { now: at('2026-03-09T00:00:00Z'), zone: zoneNamed(zone), rules: DEFAULT_RULES })

const htmlOf = (evidence: Evidence, options: Partial<HtmlOptions> = {}) =>
  writeHtml(analysisOf(evidence), { language: 'en', ...options })

/** What a reader sees, without markup. */
const seen = (html: string) =>
  html
    .replaceAll(/<style>[^]*?<\/style>|<svg[^]*?<\/svg>|<title>.*?<\/title>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(
      /&(lt|gt|amp|quot|#39);/g,
      (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'",
    )

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

it('says what the Markdown says, word for word', () => {
  const evidence = seedEvidence('+01:00')
  const markdown = writeMarkdown(analysisOf(evidence), { language: 'en' })
  expect(words(seen(htmlOf(evidence)))).toEqual(
    words(markdown.replaceAll('text\n', '\n').replaceAll('&#64;', '@')),
  )
})

it('needs nothing from anywhere and forbids it', () => {
  const evidence = seedEvidence('+01:00')
  const pictures = incidentPictures(analysisOf(evidence), { language: 'en', theme: 'light' })
  const html = htmlOf(evidence, { pictures })
  expect(pictures).toHaveLength(2)
  expect(html).not.toMatch(/<script|javascript:|\bon\w+=|\bsrc=|\bhref=|url\((?!#)|@import|\sstyle=/i)
  const [, css = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? []
  const hash = createHash('sha256').update(css).digest('base64')
  expect(html).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  )
})

it('shows hostile text as text', () => {
  const hostile = `</pre></td><script>alert(1)</script><img src=x onerror="alert(2)">' & \u0000`
  const evidence = evidenceWith(
    { errors: [refusal('overloaded', '2026-03-02T15:18:57Z', { message: hostile })] },
    page([row('2026-03-02T15:18:00Z', { userAgent: hostile, model: hostile, statusText: hostile })]),
  )
  const pictures = incidentPictures(analysisOf(evidence), { language: 'en', theme: 'dark' })
  const html = htmlOf(evidence, { masking: 'none', account: hostile, pictures })
  expect(html).not.toMatch(/<script|<img/)
  expect(html).not.toContain('\u0000')
  expect(seen(html)).toContain('<img src=x onerror="alert(2)">')
})

it('is the same each time', () => {
  expect(htmlOf(seedEvidence('+01:00'))).toBe(htmlOf(seedEvidence('+01:00')))
})

it.each([
  ['a & b', 'a &amp; b'],
  [`<b a="1" c='2'>`, '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;'],
  ['a\u0000\u0008b\n', 'ab\n'],
])('text as HTML: %j', (text, shown) => {
  expect(htmlText(text)).toBe(shown)
})
