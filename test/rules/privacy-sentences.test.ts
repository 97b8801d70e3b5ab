import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/**
 * What shows each sentence of docs/privacy.md, by how it begins; or, in words, why no test can. A sentence that is added
 * there has to be added here.
 */
const SHOWN_BY: readonly (readonly [begins: string, ...by: string[]])[] = [
  ['Everything stays on your machine', 'rules/network.test.ts', 'e2e/manifest.e2e.ts'],
  ['Quotascope has no server', 'rules/network.test.ts'],
  ["The extension's content security policy", 'e2e/manifest.e2e.ts', 'rules/network.test.ts'],
  ['On `https://www.kimi.com` and', 'extension/messages.test.ts', 'extension/page/page-reader.test.ts'],
  ['Of each of these answers only', 'store/planted.test.ts', 'parse/scrub.test.ts'],
  ['Of any other stays its name', 'parse/scrub.test.ts'],
  ['Names are masked like texts', 'parse/scrub.test.ts'],
  ['A text that stands where a number', 'parse/scrub.test.ts'],
  ['What earlier versions kept', 'extension/reduce-kept.test.ts', 'extension/tidy-up.test.ts'],
  ['Where these answers cannot be had', 'e2e/page-table.e2e.ts', 'extension/page/read-page.test.ts'],
  ['`extension/page/known-layout.ts` lists', 'it says where to look in the code'],
  ['When a page is not recognised', 'extension/page/read-page.test.ts', 'e2e/page-table.e2e.ts'],
  ['From the same pages, the strip also', 'e2e/overlay-marks.e2e.ts'],
  ['And whatever you paste or open', 'store/imports.test.ts', 'export/no-secret.test.ts'],
  [
    'Tokens, cookies, request headers',
    'e2e/extension.e2e.ts',
    'store/planted.test.ts',
    'store/canary.test.ts',
  ],
  ['They are never written', 'e2e/extension.e2e.ts', 'store/planted.test.ts'],
  ['Of a refusal whose wording', 'store/planted.test.ts', 'parse/unknown-wording.test.ts'],
  ['An answer that no reader can make', 'extension/poisoned-capture.test.ts'],
  ['Of one that is no JSON', 'parse/scrub.test.ts'],
  ['In texts and excerpts that are kept', 'store/planted.test.ts', 'parse/mask-text.test.ts'],
  ["Quotascope never calls a method of Kimi's", 'e2e/page-transcript.e2e.ts', 'rules/network.test.ts'],
  ['Off unless you switch it on', 'e2e/recorder.e2e.ts'],
  ['Then the extension opens one tab', 'e2e/recorder.e2e.ts', 'recorder/step.test.ts'],
  ['It reloads and closes no tab but', 'e2e/recorder.e2e.ts', 'e2e/manifest.e2e.ts'],
  ['One click stops it', 'e2e/recorder.e2e.ts'],
  ['It stops by itself after two', 'e2e/recorder.e2e.ts', 'recorder/step.test.ts'],
  ['Optional, and not there until', 'e2e/keeping.e2e.ts'],
  ['With it the service worker asks', 'e2e/keeping.e2e.ts', 'recorder/usages-reader.test.ts'],
  ["The key is kept in the extension's", 'e2e/keeping.e2e.ts', 'extension/messages.test.ts'],
  ['_Erase the key_ removes it', 'e2e/keeping.e2e.ts'],
  ['The local page has no such field', 'that page is not given the service which could keep a key'],
  ['In Firefox none of this is there', 'e2e/store.e2e.ts'],
  ['Nothing is written outside the browser', 'e2e/history-folder.e2e.ts', 'rules/network.test.ts'],
  ['Then the console writes one file', 'e2e/history-folder.e2e.ts', 'web/join-folder.test.ts'],
  ['Who syncs the folder', 'it says who decides'],
  ['The console reads only files of that name', 'e2e/history-folder.e2e.ts'],
  ['`quotascope` reads the files that', 'cli/report.test.ts'],
  ["`quotascope watch` writes of a log's", 'cli/watch.test.ts'],
  ['The command talks to nobody', 'cli/meters.test.ts', 'cli/send.test.ts'],
  ['One is `send`, below', 'cli/meters.test.ts'],
  ['It remembers when it asked', 'cli/meters.test.ts'],
  ['`quotascope send` posts to the address', 'cli/send.test.ts'],
  ['What it posts is redacted', 'cli/send.test.ts', 'export/no-secret.test.ts'],
  ['In the same folder it remembers', 'cli/send.test.ts'],
  ['The extension sends nothing', 'rules/network.test.ts'],
  ['In the console, Settings → Erase', 'e2e/keeping.e2e.ts', 'store/erase.test.ts'],
]

const file = (path: string) => new URL(`../../${path}`, import.meta.url)

/** The sentences of the page; tables have tests of their own. */
function sentencesOf(page: string): readonly string[] {
  const prose = page.split('\n').filter((line) => !/^[|#]/.test(line))
  const paragraphs = prose
    .join('\n')
    .split(/\n\n+/)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  return paragraphs.flatMap((text) => (text === '' ? [] : text.split(/(?<=[.:])\s+(?=[A-Z_`])/)))
}

it('each sentence of docs/privacy.md has a test, or a reason why it can have none', () => {
  const sentences = sentencesOf(readFileSync(file('docs/privacy.md'), 'utf8'))
  const isAt = (sentence: string) => SHOWN_BY.filter(([begins]) => sentence.startsWith(begins)).length
  expect(sentences.filter((sentence) => isAt(sentence) !== 1)).toEqual([])
  expect(SHOWN_BY).toHaveLength(sentences.length)
})

it('the tests that are named are there', () => {
  const named = SHOWN_BY.flatMap(([, ...by]) => by).filter((each) => each.endsWith('.ts'))
  expect(named.filter((path) => !existsSync(file(`test/${path}`)))).toEqual([])
})
