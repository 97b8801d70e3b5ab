import { expect, it } from 'vitest'
import { codeFiles, lineOf, treeFiles, withoutComments } from './source-tree.ts'

/** Every way in which a script can reach another machine, or have the browser do so. */
const CALLS =
  /\bfetch\s*\(|\bnew\s+(?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|WebTransport|Image|Audio)\b|\bsendBeacon\b|\bimportScripts\b|\bwindow\.open\s*\(|\.src\s*=(?!=)/g

/**
 * Files that may, each with words of the sentence in docs/privacy.md that says why. A new one is a decision: the sentence
 * comes first.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  'extension/worker/usages/read-usages.ts': 'to read your own meters from `/coding/v1/usages`',
  'shared/cli/send/post-records.ts': '`quotascope send` posts to the address that you name',
  'shared/cli/usages/ask-service.ts': 'the other: with `--usages`',
}

const isOfTheExtension = (path: string) => /^(?:extension|shared)\//.test(path)

const callsIn = (code: string) =>
  [...withoutComments(code).matchAll(CALLS)].map(({ 0: call, index }) => ({
    call,
    line: lineOf(code, index),
  }))

it('nothing of the extension opens a connection without its sentence in docs/privacy.md', () => {
  const privacy =
    treeFiles('docs')
      .find(({ path }) => path === 'docs/privacy.md')
      ?.read() ?? ''
  const calls = codeFiles()
    .filter(({ path }) => isOfTheExtension(path))
    .filter(({ path }) => !privacy.includes(ALLOWED[path] ?? '\0'))
    .flatMap((file) => callsIn(file.read()).map(({ call, line }) => `${file.path}:${line}: ${call}`))
  expect(calls).toEqual([])
})

it('no permission to call is listed that nobody needs', () => {
  const idle = Object.keys(ALLOWED).filter((allowed) => {
    const file = codeFiles().find(({ path }) => path === allowed)
    return !file || callsIn(file.read()).length === 0
  })
  expect(idle).toEqual([])
})

it.each([
  'await fetch("/x")',
  'new XMLHttpRequest()',
  'new WebSocket(url)',
  'navigator.sendBeacon(url)',
  'image.src = url',
])('the check sees %s', (code) => {
  expect(callsIn(code)).toHaveLength(1)
})

it.each(['// fetch(x)', 'prefetch(x)', 'window.fetch = watched(window.fetch)', 'a.src === b'])(
  'the check passes %s',
  (code) => {
    expect(callsIn(code)).toEqual([])
  },
)
