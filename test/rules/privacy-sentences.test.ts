import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isThere, projectFile, type NamedTest } from './named-tests.ts'

/**
 * What shows each sentence of docs/privacy.md, by how it begins; or, in words, why no test can. A sentence that is added
 * there has to be added here.
 */
const SHOWN_BY: readonly (readonly [begins: string, ...by: (string | NamedTest)[]])[] = [
  [
    'Everything stays on your machine',
    ['rules/network.test.ts', 'nothing of the extension opens a connection without its sentence'],
    ['e2e/manifest.e2e.ts', 'asks for these permissions and no others'],
  ],
  [
    'Quotascope has no server',
    ['rules/network.test.ts', 'nothing of the extension opens a connection without its sentence'],
  ],
  [
    "The extension's content security policy",
    ['e2e/manifest.e2e.ts', "default-src 'none'"],
    ['rules/network.test.ts', 'nothing of the extension opens a connection without its sentence'],
  ],
  [
    'On `https://www.kimi.com` and',
    ['extension/messages.test.ts', 'is trusted: %s'],
    ['extension/page/page-reader.test.ts', 'does nothing on other pages'],
  ],
  [
    'What a worker of the page asks for',
    ['e2e/page-workers.e2e.ts', 'and that has workers and channels, sees the same with us and without'],
  ],
  [
    'One that comes after its page has',
    [
      'e2e/moved-page.e2e.ts',
      'that come after their page has moved on are kept, and in no account of another',
    ],
  ],
  [
    'Of each of these answers only',
    ['store/planted.test.ts', 'nothing that an answer says under a name that nobody reads is kept'],
    ['parse/scrub.test.ts', 'no planted secret survives, and what is left is JSON'],
  ],
  [
    'Of any other stays its name',
    ['parse/scrub.test.ts', 'is replaced, its name and kind kept; nothing stays nothing'],
  ],
  ['Names are masked like texts', ['parse/scrub.test.ts', 'has a name that tells of nobody']],
  ['A text that stands where a number', ['parse/scrub.test.ts', 'is not kept where it cannot be %s']],
  [
    'What earlier versions kept',
    [
      'extension/reduce-kept.test.ts',
      'is read again before that, and all of it, at whatever change the worker dies',
    ],
    ['extension/tidy-up.test.ts', 'as it begins: texts for a week, records for good'],
  ],
  [
    'Where these answers cannot be had',
    ['e2e/page-table.e2e.ts', 'rows, meters and devices come from the page'],
    ['extension/page/read-page.test.ts', 'gives names of keys and nothing of the keys'],
  ],
  ['`extension/page/known-layout.ts` lists', 'it says where to look in the code'],
  [
    'When a page is not recognised',
    ['extension/page/read-page.test.ts', 'the diagnostic tells words and shapes, and no value'],
    ['e2e/page-table.e2e.ts', 'a layout that is not recognised says so'],
  ],
  [
    'From the same pages, the strip also',
    ['e2e/overlay-marks.e2e.ts', 'marks lie on the refused rows, follow them, and leave the page as it is'],
  ],
  [
    'And whatever you paste or open',
    ['store/imports/imports.test.ts', 'says when each was made, of what, and how much of each kind was new'],
    ['export/no-secret.test.ts', 'nor is what an import was called, masked or not'],
  ],
  [
    'An import that you undo takes',
    ['store/planted-folder.test.ts', 'of an import that was undone nothing is left'],
    ['store/imports/disputed.test.ts', 'was served again, as the page said, once the import is undone'],
  ],
  [
    'What was seen here too',
    ['store/imports/claim-here.test.ts', 'is there as long as anybody is left who brought it'],
  ],
  [
    'Tokens, cookies, request headers',
    ['e2e/extension.e2e.ts', 'no token, key, account id or payment data is kept anywhere'],
    ['store/planted.test.ts', 'nothing that an answer says under a name that nobody reads is kept'],
    ['store/canary.test.ts', 'nothing of the conversation in the artefacts of %s is kept or reported'],
  ],
  [
    'They are never written',
    ['e2e/extension.e2e.ts', 'no token, key, account id or payment data is kept anywhere'],
    ['store/planted.test.ts', 'nothing that an answer says under a name that nobody reads is kept'],
  ],
  [
    'Of a refusal whose wording is known',
    ['parse/unknown-wording.test.ts', 'a message that is known is masked and cut'],
  ],
  [
    'Of a refusal whose wording is not',
    ['store/planted.test.ts', 'of an error body whose words nobody knows no word but those of limits'],
    ['parse/unknown-wording.test.ts', 'keeps no word that it does not know, whatever stands around it'],
  ],
  [
    'An answer that no reader can make',
    ['extension/poisoned-capture.test.ts', 'is acknowledged, tried twice and set aside as it is'],
  ],
  ['Of one that is no JSON', ['parse/scrub.test.ts', '%s is kept as length, hash and excerpt']],
  [
    'In texts and excerpts that are kept',
    ['store/planted.test.ts', 'nothing that is known by its form is kept of %s'],
    ['store/planted-sources.test.ts', 'what stands beside what is read is kept nowhere'],
    ['parse/mask-text.test.ts', 'is the same when masked again'],
  ],
  [
    'Of a bundle the messages, excerpts',
    ['export/masked-again.test.ts', 'is in no text of a bundle once it is read, whoever wrote it'],
  ],
  [
    "Quotascope never calls a method of Kimi's",
    ['e2e/page-transcript.e2e.ts', 'a page sees the same with the extension and without it'],
    ['rules/network.test.ts', 'nothing of the extension opens a connection without its sentence'],
  ],
  ['Off unless you switch it on', ['e2e/recorder.e2e.ts', 'no page of Kimi’s can switch anything']],
  [
    'Then the extension opens one tab',
    ['e2e/recorder.e2e.ts', 'opens one tab of its own, reloads it when it is due, and touches no other'],
    ['recorder/step.test.ts', 'it never reads twice within a minute'],
  ],
  [
    'It reloads and closes no tab but',
    ['e2e/recorder.e2e.ts', 'opens one tab of its own, reloads it when it is due, and touches no other'],
    ['e2e/manifest.e2e.ts', 'asks for these permissions and no others'],
  ],
  ['One click stops it', ['e2e/recorder.e2e.ts', 'one click stops it and closes its tab']],
  [
    'It stops by itself after two',
    ['e2e/recorder.e2e.ts', 'a page that asks to sign in stops it at once'],
    ['recorder/step.test.ts', 'pauses when hidden for longer than allowed'],
  ],
  [
    'Optional, and not there until',
    ['e2e/keeping.e2e.ts', 'a key: read once, then not for five minutes; never shown'],
  ],
  [
    'With it the service worker asks',
    ['e2e/keeping.e2e.ts', 'a key: read once, then not for five minutes; never shown'],
    [
      'recorder/usages-reader.test.ts',
      'never asks twice within five minutes, and backs off further and further',
    ],
  ],
  [
    "The key is kept in the extension's",
    ['e2e/keeping.e2e.ts', 'a key: read once, then not for five minutes; never shown'],
    ['extension/messages.test.ts', 'is trusted: %s'],
  ],
  [
    '_Erase the key_ removes it',
    ['e2e/keeping.e2e.ts', 'a key: read once, then not for five minutes; never shown'],
  ],
  ['The local page has no such field', 'that page is not given the service which could keep a key'],
  ['In Firefox none of this is there', ['e2e/store.e2e.ts', 'says what is optional, and only of that']],
  [
    'Nothing is written outside the browser',
    [
      'e2e/history-folder.e2e.ts',
      'a folder is chosen by keyboard: the others are read, and this one writes what it saw, and no more',
    ],
    ['rules/network.test.ts', 'nothing of the extension opens a connection without its sentence'],
  ],
  [
    'Then the console writes one file',
    [
      'e2e/history-folder.e2e.ts',
      'a folder is chosen by keyboard: the others are read, and this one writes what it saw, and no more',
    ],
    [
      'web/join-folder.test.ts',
      'an installation writes what it saw, once, and again when that or its name has changed',
    ],
  ],
  ['Who syncs the folder', 'it says who decides'],
  [
    'The console reads only files of that name',
    [
      'e2e/history-folder.e2e.ts',
      'a folder is chosen by keyboard: the others are read, and this one writes what it saw, and no more',
    ],
  ],
  [
    'Of such a file nothing is kept',
    ['store/planted-folder.test.ts', 'leaves nothing of it in the database, or in what is written beside it'],
  ],
  [
    '`quotascope` reads the files that',
    ['cli/files-in-folder.test.ts', 'folders and files of credentials are passed by'],
  ],
  [
    "`quotascope watch` writes of a log's",
    ['cli/watch.test.ts', 'hands on what is complete, and holds back what is open'],
  ],
  [
    'The command talks to nobody',
    ['cli/meters.test.ts', 'without a key in the environment it says so, and asks nobody'],
    ['cli/send.test.ts', 'reads the standard variables'],
  ],
  [
    'One is `send`, below',
    [
      'cli/meters.test.ts',
      'asks at most once in five minutes, over several runs, and writes a line of captures',
    ],
  ],
  [
    'It remembers when it asked',
    [
      'cli/meters.test.ts',
      'asks at most once in five minutes, over several runs, and writes a line of captures',
    ],
  ],
  [
    '`quotascope keep` writes into',
    ['cli/keep.test.ts', 'writes a bundle for each machine, and report reads them as one history'],
    [
      'cli/keep.test.ts',
      'removes what a run that was killed left beside its file, and nothing that is young',
    ],
  ],
  ['`quotascope send` posts to the address', ['cli/send.test.ts', 'reads the standard variables']],
  [
    'What it posts is redacted',
    ['cli/send.test.ts', 'holds no secret: not in what is sent, not in what is kept'],
    ['export/no-secret.test.ts', 'what is planted in a source is in no file that is handed on'],
  ],
  [
    'In the same folder it remembers',
    ['cli/send.test.ts', 'sends nothing that was taken, what is new, and all of it where it is asked to'],
  ],
  [
    'The extension sends nothing',
    ['rules/network.test.ts', 'nothing of the extension opens a connection without its sentence'],
  ],
  [
    'In the console, Settings → Erase',
    ['e2e/keeping.e2e.ts', 'erase everything erases the extension’s storage, too'],
    ['store/accounts/erase.test.ts', 'leaves no row in any table'],
  ],
]

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
  const sentences = sentencesOf(readFileSync(projectFile('docs/privacy.md'), 'utf8'))
  const isAt = (sentence: string) => SHOWN_BY.filter(([begins]) => sentence.startsWith(begins)).length
  expect(sentences.filter((sentence) => isAt(sentence) !== 1)).toEqual([])
  expect(SHOWN_BY).toHaveLength(sentences.length)
})

it('the tests that are named are there, with their titles', () => {
  const named = SHOWN_BY.flatMap(([, ...by]) => by).filter((each) => typeof each !== 'string')
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((each) => !isThere(each))).toEqual([])
})
