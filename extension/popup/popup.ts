import type { AwaitedReset } from '../../shared/recorder/awaited-reset.ts'
import type { ExtensionStatus } from '../../shared/recorder/status.ts'
import { systemClock } from '../../shared/time/clock.ts'
import type { Language } from '../../shared/time/format.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { readableInstant } from '../../shared/time/readable-time.ts'
import { askWorker } from '../messages/ask-worker.ts'
import type { ConsolePlace } from '../messages/console-place.ts'
import { isReply } from '../messages/messages.ts'
import { renderStrip } from '../overlay/render-strip.ts'
import { STRIP_CSS } from '../overlay/strip-css.ts'
import { latestAccount } from '../worker/accounts/latest-account.ts'
import { openConsole } from '../worker/open-console.ts'
import { renderAwaited } from './render-awaited.ts'
import { popupWords } from './popup-words.ts'
import { renderRecording } from './render-recording.ts'

/* The popup: the strip's state at a glance, for the account that was captured last; pause and recorder; and the way on. */
const language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
const words = popupWords(language)

const host = document.createElement('quotascope-strip')
const root = host.attachShadow({ mode: 'open' })
// A sheet that is made by script: the policy of our pages lets no style in that stands in a document.
const style = new CSSStyleSheet()
style.replaceSync(STRIP_CSS)
root.adoptedStyleSheets = [style]
host.dataset['place'] = 'popup'
document.querySelector('#state')?.append(host)
const recording = document.querySelector('#recording')
const back = document.querySelector('#back')
const open = document.querySelector('#open')
if (open) open.textContent = words.open

const dark = matchMedia('(prefers-color-scheme: dark)')

/** A moment as a person would say it. */
const moment = (at: Instant): string => readableInstant(at, systemClock.now(), systemClock.zone(), language)

/** Where the last block is told of; the strip's own button leads there. */
let place: ConsolePlace | null = null
/** Whose state the popup shows. */
let account: string | null = null
/** The reset that ends what is refused now, and the one that is to be told of. */
const waiting: { backAt: AwaitedReset | null; awaited: AwaitedReset | null } = { backAt: null, awaited: null }
root.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || !target.closest('[data-action="why"]')) return
  void openConsole(place, account).then(() => window.close())
})

async function showStrip(): Promise<void> {
  account = await latestAccount(chrome.storage.local)
  const reply: unknown = await chrome.runtime
    .sendMessage({ kind: 'overlay', language })
    .catch(() => undefined)
  const model = isReply(reply) && reply.ok ? (reply.overlay ?? null) : null
  host.dataset['theme'] = dark.matches ? 'dark' : 'light'
  place = model?.verdictPlace ?? null
  waiting.backAt = model?.answer?.backAt ?? null
  showAwaited()
  const view = {
    model,
    gone: false,
    silent: false,
    layout: null,
    collapsed: false,
    twinOpen: false,
    language,
    now: systemClock.now(),
  }
  root.replaceChildren(renderStrip(document, { ...view, place: 'popup' }))
}

/** Draws what the extension says after a question or a command; the control that had the focus keeps it. */
async function show(answer: Promise<ExtensionStatus>): Promise<void> {
  const focused = focusPath()
  try {
    const status = await answer
    waiting.awaited = status.awaited
    showAwaited()
    recording?.replaceChildren(
      renderRecording(document, status, words, moment, {
        pause: (on) => void show(askWorker({ kind: 'pause', on })),
        record: (site, on) => void show(askWorker({ kind: 'record', site, on })),
      }),
    )
    if (focused) recording?.querySelector<HTMLElement>(focused)?.focus()
  } catch {
    recording?.replaceChildren(words.silent)
  }
}

function showAwaited(): void {
  const had = back?.contains(document.activeElement) ?? false
  const shown = renderAwaited(document, waiting, words, moment, (reset) => void awaitReset(reset))
  back?.replaceChildren(...(shown ? [shown] : []))
  if (had) back?.querySelector('button')?.focus()
}

/** The browser is asked for leave first, from the click; who says no is told that nothing will come. */
async function awaitReset(reset: AwaitedReset | null): Promise<void> {
  if (reset && !(await chrome.permissions.request({ permissions: ['notifications'] }))) {
    const said = back?.querySelector('p')
    if (said) said.textContent = words.notAllowed
    return
  }
  await show(askWorker({ kind: 'await_reset', reset }))
}

function focusPath(): string | null {
  const focused = document.activeElement
  if (focused instanceof HTMLInputElement) return `input[name="${focused.name}"]`
  return focused instanceof HTMLElement && focused.classList.contains('pause') ? 'button.pause' : null
}

open?.addEventListener('click', () => {
  void openConsole(null, account).then(() => window.close())
})
dark.addEventListener('change', () => void showStrip())
let planned: ReturnType<typeof setTimeout> | undefined
chrome.storage.onChanged.addListener(() => {
  planned ??= setTimeout(() => {
    planned = undefined
    void show(askWorker({ kind: 'status' }))
  }, 300)
})
void showStrip()
void show(askWorker({ kind: 'status' }))
