import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const FILES = ['shared/wording', 'web'].flatMap((room) =>
  ['en', 'zh'].map((name) => `${room}/locales/${name}.json`),
)

// of two texts with one name a parser silently keeps the second
it.each(FILES)('%s has each name once', (file) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  expect(JSON.stringify(JSON.parse(text), null, 2)).toBe(text.trimEnd())
})
