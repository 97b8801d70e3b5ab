import type { Language } from '../../shared/time/format.ts'
import { isReply } from '../messages/messages.ts'
import { renderStrip } from '../overlay/render-strip.ts'
import { STRIP_CSS } from '../overlay/strip-css.ts'

/* The popup: the strip's state at a glance, for the account that was captured last, and the way to the console. */
const language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'

const host = document.createElement('quotascope-strip')
const root = host.attachShadow({ mode: 'open' })
const style = document.createElement('style')
style.textContent = STRIP_CSS
root.append(style)
host.dataset['place'] = 'popup'
document.querySelector('#state')?.append(host)

const dark = matchMedia('(prefers-color-scheme: dark)')

async function show(): Promise<void> {
  const reply: unknown = await chrome.runtime.sendMessage({ kind: 'overlay', language })
  const model = isReply(reply) && reply.ok ? (reply.overlay ?? null) : null
  host.dataset['theme'] = dark.matches ? 'dark' : 'light'
  const view = { model, gone: false, layout: null, collapsed: false, twinOpen: false, language }
  root.replaceChildren(style, renderStrip(document, { ...view, place: 'popup' }))
  const open = document.querySelector('#open')
  if (open && model) open.textContent = model.words.open
}

document.querySelector('#open')?.addEventListener('click', () => {
  void chrome.runtime.openOptionsPage().then(() => window.close())
})
dark.addEventListener('change', () => void show())
void show()
