import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findSentence,
  isSentence,
  readSentence,
  SENTENCES,
} from '../../shared/evidence/sentences/find-sentence.ts'
import { BUNDLE_REFUSALS } from '../../shared/evidence/sentences/bundle-refusals.ts'
import { REASONS } from '../../shared/evidence/sentences/reasons.ts'
import { RECOGNITIONS } from '../../shared/evidence/sentences/recognitions.ts'
import { sentenceFor, wordOrText } from '../../shared/evidence/sentences/sentence-for.ts'
import type { Sentence } from '../../shared/evidence/sentences/sentence.ts'
import { WORDS } from '../../shared/evidence/sentences/words.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { readInput } from '../../shared/intake.ts'
import type { ParsedInput } from '../../shared/parse/parse-input.ts'
import { wordingFor } from '../../shared/wording/wording.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { spoiltBody } from '../parse/arbitrary-bodies.ts'
import { jsonFixtures, readFixture } from '../parse/given-json.ts'
import { at } from '../time/given.ts'

const zh = wordingFor('zh')
const FIXTURES = [
  ...jsonFixtures(),
  'seed/cli-panel.txt',
  'seed/incident-2026-03-07.txt',
  'posts/zh-post.md',
  'posts/forum-post.md',
  'membership/usage-detail-2026-07.txt',
  'console/device-list.txt',
  'logs/context.jsonl',
  'logs/kimi-1.42.log',
  'logs/kimi-code-2.log',
  'logs/wire-cli-1.10.jsonl',
  'logs/wire-code-1.5.jsonl',
]

const read = (body: string): ParsedInput =>
  readInput({ at: null, via: 'paste', input: 'paste', source: null, body }, { zone: 'unknown' })

/** What an input makes a parser say that has no Chinese sentence. */
const leftInEnglish = ({ evidence, pieces }: ParsedInput): readonly (Sentence | string)[] =>
  [...evidence.rejects.map(({ reason }) => reason), ...pieces.map(({ why }) => why)].filter(
    (sentence) => zh.sentence(sentence).language !== 'zh',
  )

describe('a class of errors', () => {
  it.each([
    ['an error text: window_5h', 'an error text: 5-hour quota used up'],
    [
      'a capture: an error text: rate_or_concurrency',
      'a capture: an error text: too many requests (rate or in flight)',
    ],
    ['a usage row; an error text: auth', 'a usage row; an error text: sign-in not accepted'],
    ['what an older version said: window_5h', 'what an older version said: window_5h'],
  ])('“%s” is said to people as “%s”', (said, shown) => {
    expect(wordingFor('en').sentence(said)).toEqual({ text: shown, language: 'en' })
  })
})

describe('each sentence', () => {
  /** Each placeholder with a value of its kind; a sentence in it with one that is known. */
  const VALUES: Readonly<Record<string, string>> = {
    most: '12',
    count: '3',
    version: '2',
    problem: 'it is cut off',
    issue: 'span runs backwards',
    why: 'a usage row',
  }
  const NAMED = Object.entries(SENTENCES).map(([name, template]: [string, string]) => {
    const values: Record<string, string> = {}
    const text = template.replace(/\{\{(\w+)\}\}/g, (_, place: string) => {
      values[place] = VALUES[place] ?? `<${place}>`
      return values[place]
    })
    return { name, text, values }
  })

  it.each(NAMED)('$name is found again, with what it is filled with', ({ name, text, values }) => {
    expect(findSentence(text)).toEqual({ name, values })
  })

  it.each(NAMED)('$name is kept without its words, and said again in English', ({ name, text }) => {
    const kept = readSentence(text)
    expect(kept.code).toBe(name)
    expect(isSentence(kept)).toBe(true)
    expect(wordingFor('en').sentence(kept)).toEqual({ text, language: 'en' })
    expect(zh.sentence(kept)).toEqual(zh.sentence(text))
  })

  it.each(NAMED)('$name is in Chinese, and keeps what is quoted', ({ text, values }) => {
    const { text: said, language } = zh.sentence(text)
    expect(language).toBe('zh')
    expect(said).toMatch(/\p{Script=Han}/u)
    expect(said).not.toMatch(/\{\{|undefined/)
    for (const value of Object.values(values)) if (value.startsWith('<')) expect(said).toContain(value)
  })

  it('has a name of its own, in whichever table it stands', () => {
    const tables = [REASONS, BUNDLE_REFUSALS, RECOGNITIONS, WORDS]
    const names = tables.flatMap((table) => Object.keys(table))
    expect(Object.keys(SENTENCES)).toEqual(names)
    expect(new Set(Object.values(SENTENCES)).size).toBe(names.length)
  })
})

it.each([
  ['expected a row, found a list', sentenceFor('noRow', { found: wordOrText('a list') })],
  ['"a list" is no time with a zone', sentenceFor('noTime', { found: wordOrText('"a list"') })],
  ['no call takes 120 % of the pool', sentenceFor('shareTooLarge', { share: '120' })],
  ['a retry that is cut off', sentenceFor('retryCutOff')],
])('“%s” of an older version is the sentence that is made today', (english, sentence) => {
  expect(readSentence(english)).toEqual(sentence)
  expect(wordingFor('en').sentence(sentence).text).toBe(english)
})

it.each([
  ['an archive that is cut off', '压缩包不完整'],
  ['expected a row, found a list', '此处应为一行记录，读到的是：列表'],
  ['"soon" is no time with a zone', '不是带时区的时间："soon"'],
  ['Invalid input: expected array, received object', '内容有误：应为列表，实际为对象'],
  ['this JSON cannot be read: it is cut off', '这段 JSON 无法读取：内容被截断'],
  ['a usage row inside another object, and 2 more', '一行使用记录，位于另一个对象之内，另有 2 处'],
  ['a capture: an error text: window_5h', '一条捕获记录：一条错误信息：5 小时额度用完'],
  ['a usage row; an error body', '一行使用记录；一段错误响应'],
  [
    'this bundle is refused: its evidence is not valid: not the id of a record at evidence.records.0',
    '这个证据包未被接受：其证据无效：不是 record 的标识（位置：evidence.records.0）',
  ],
])('%s', (english, chinese) => {
  expect(zh.sentence(english)).toEqual({ text: chinese, language: 'zh' })
})

it.each([
  'a sentence of some later version',
  'this JSON cannot be read: a sentence of some later version',
  'a usage row; a sentence of some later version',
  `expected a row, found "${'x'.repeat(2_000)}"`,
  '',
])('what is not known stays English: %s', (english) => {
  expect(zh.sentence(english)).toEqual({ text: english, language: 'en' })
})

it.each<[string, Sentence, boolean]>([
  ['a sentence of a later version', { code: 'later', values: {} }, false],
  ['one that lacks a value', { code: 'noRow', values: {} }, false],
  [
    'one that lacks a value inside',
    { code: 'brokenJson', values: { problem: { code: 'noRow', values: {} } } },
    false,
  ],
  ['one with a value too many', { code: 'cutOff', values: { lng: 'zh' } }, false],
  ['a text that is none', { code: 'text', values: { text: { code: 'cutOff', values: {} } } }, false],
  ['one that is whole', { code: 'brokenJson', values: { problem: { code: 'cutOff', values: {} } } }, true],
  ['a text of an older version', { code: 'text', values: { text: 'no date' } }, true],
])('%s', (_, sentence, isOne) => {
  expect(isSentence(sentence)).toBe(isOne)
})

it('a text of an older version stays what it is', () => {
  const kept = readSentence('a sentence of some earlier version')
  expect(zh.sentence(kept)).toEqual({ text: 'a sentence of some earlier version', language: 'en' })
})

it('in English nothing is changed', () => {
  expect(wordingFor('en').sentence('expected a row, found a list').text).toBe('expected a row, found a list')
})

it('what is quoted stays text, whatever it looks like', () => {
  const { text } = zh.sentence('there is no such time: {{time}} $t(label.reason) <b>2026</b>')
  expect(text).toBe('不存在这样的时间：{{time}} $t(label.reason) <b>2026</b>')
})

describe('whatever is read, all that a parser says of it has its Chinese', () => {
  it.each(FIXTURES)('%s, whole and cut off', (path) => {
    const text = readFixture(path)
    for (const share of [1, 0.9, 0.7, 0.5, 0.3])
      expect(leftInEnglish(read(text.slice(0, text.length * share)))).toEqual([])
  })

  it('bodies with odd values', () => {
    fc.assert(
      fc.property(spoiltBody, (body) => {
        expect(leftInEnglish(read(JSON.stringify(body)))).toEqual([])
      }),
    )
  })

  it('captures of bodies with odd values', () => {
    const odd = fc.oneof(fc.constant('2026-03-02T16:00:00Z'), fc.jsonValue())
    fc.assert(
      fc.property(spoiltBody, odd, odd, (body, time, source) => {
        expect(leftInEnglish(read(JSON.stringify({ at: time, source, body })))).toEqual([])
      }),
    )
  })

  it('bundles in which something was put in the place of something else', () => {
    // one that is still read brings the Rejects that it was given
    const bundle = writeBundle(
      { ...telltaleEvidence(), rejects: [] },
      {
        writtenAt: at('2026-03-09T00:00:00Z'),
        zone: 'unknown',
        masking: 'none',
      },
    )
    const values = [...bundle.matchAll(/(?<=":)(?:"[^"]*"|-?\d+|true|false|null)/g)]
    fc.assert(
      fc.property(fc.nat(values.length - 1), fc.jsonValue({ maxDepth: 1 }), (index, value) => {
        const place = values[index]
        if (!place) return
        const spoilt = `${bundle.slice(0, place.index)}${JSON.stringify(value)}${bundle.slice(place.index + place[0].length)}`
        expect(leftInEnglish(read(spoilt))).toEqual([])
      }),
    )
  })
})
