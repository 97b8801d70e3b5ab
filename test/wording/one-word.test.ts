import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Every file with Chinese that people read. */
const FILES = [
  'web/locales/zh.json',
  'shared/wording/locales/zh.json',
  'extension/worker/overlay/overlay-words.ts',
  'extension/worker/overlay/overlay-in-trouble.ts',
  'extension/worker/news/news-words.ts',
  'extension/popup/popup-words.ts',
  'docs/store/listing.zh.md',
] as const

/** One idea, one word: what is written, and what would be a second word for it. */
const WORDS = [
  ['受限', /被限制|被限流|自 [^，。]* 起被拒绝|被拒绝的时段/],
  ['账号', /账户|帐号|帐户/],
  ['周额度', /每周额度|每月额度/],
  ['证据包', /数据包/],
  ['时间线', /时间轴/],
  ['错误信息', /报错/],
  ['您', /你/],
  ['结论', /判决|裁定/],
  ['未观察', /未观测|没有看到的时段/],
] as const

it.each(WORDS.flatMap(([word, other]) => FILES.map((file) => [word, file, other] as const)))(
  '%s is the word in %s',
  (_, file, other) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    expect(text.split('\n').filter((line) => other.test(line))).toEqual([])
  },
)
