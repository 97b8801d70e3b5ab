import { describe, expect, it } from 'vitest'
import { htmlLines, looksLikeHtml } from '../../../shared/parse/text/html-lines.ts'

const linesOf = (html: string) =>
  htmlLines(html.split('\n'))
    .filter(({ text }) => text !== '')
    .map(({ text, at }) => `${at} ${text}`)

describe('htmlLines', () => {
  it.each([
    ['<tr><td>a</td><td>b</td></tr>', ['0 a\tb']],
    ['<table>\n<tr>\n<td> a\n  b </td>\n<td></td><td>c</td>\n</tr></table>', ['2 a b\t\tc']],
    ['<tr><th title="a > b">x</th><td>y</td></tr><tr><td>z</td></tr>', ['0 x\ty', '0 z']],
    ['<p>one</p><p>two<br>three</p>', ['0 one', '0 two', '0 three']],
    ['a &amp;&lt;&quot;&nbsp;&#65;&#x42;&hellip;&bogus;', ['0 a &<" AB…&bogus;']],
    ['<script>var a = "</p>"</script><style>p {}</style><!-- <p>no</p> -->yes', ['0 yes']],
    ['<pre>{"a":\n  1}</pre>', ['0 {"a":', '1   1}']],
    ['the <your-key> of <b>mine</b>', ['0 the <your-key> of mine']],
  ])('%s', (html, lines) => {
    expect(linesOf(html)).toEqual(lines)
  })

  it.each([
    ['<td>a</td>', true],
    ['a </DIV > b', true],
    ['if a </ b > c', false],
    ['Authorization: Bearer <key>', false],
    ['Vec<String></String>', false],
  ])('%s: %s', (text, is) => {
    expect(looksLikeHtml(text)).toBe(is)
  })
})
