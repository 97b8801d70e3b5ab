import { expect, it } from 'vitest'
import { languageOf } from '../../web/locales/language.ts'

it.each([
  ['system', ['zh-CN', 'en'], 'zh'],
  ['system', ['fr-FR', 'zh-Hant'], 'zh'],
  ['system', ['fr-FR', 'EN-us'], 'en'],
  ['system', ['fr-FR'], 'en'],
  ['system', [], 'en'],
  ['en', ['zh-CN'], 'en'],
  ['zh', ['en-GB'], 'zh'],
] as const)('%s for a browser of %j', (choice, spoken, language) => {
  expect(languageOf(choice, spoken)).toBe(language)
})
