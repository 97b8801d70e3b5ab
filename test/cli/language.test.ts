import { expect, it } from 'vitest'
import { localeLanguage } from '../../shared/cli/locale-language.ts'
import { runCommand } from '../../shared/cli/run-command.ts'
import { SEED_FILES } from './seed-files.ts'
import { worldOf } from './world-of.ts'

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh' }, 'zh'],
  [{ LANG: 'zh_TW.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'de_CH.UTF-8' }, 'en'],
  [{ LC_ALL: '', LANG: 'zh_SG' }, 'zh'],
  [{ LANG: 'zhx' }, 'en'],
  [{}, 'en'],
] as const)('the locale %j is %s', (env, language) => {
  expect(localeLanguage(env)).toBe(language)
})

const CHINESE = 'zh_CN.UTF-8'

it.each([
  ['text', [], CHINESE, true],
  ['text', ['--lang', 'en'], CHINESE, false],
  ['md', [], CHINESE, true],
  ['json', [], CHINESE, false],
  ['json', ['--lang', 'zh'], 'C', true],
  ['text', ['--lang', 'zh'], 'C', true],
  ['text', [], 'en_GB.UTF-8', false],
] as const)('%s with %j under %s is Chinese: %s', async (format, words, LANG, isChinese) => {
  const { world, run } = worldOf({ env: { LANG } })
  expect(await runCommand(['report', ...SEED_FILES, '--format', format, ...words], world)).toBe(0)
  expect(/[一-龥]{4}/.test(run.stdout)).toBe(isChinese)
})

it('a language that there is not is a wrong command line', async () => {
  const { world, run } = worldOf()
  expect(await runCommand(['report', ...SEED_FILES, '--lang', 'fr'], world)).toBe(2)
  expect(run.stderr).toContain('en, zh')
})
