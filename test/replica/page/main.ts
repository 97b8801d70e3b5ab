import { showConsole } from './console-page.ts'
import { element } from './element.ts'
import { showMembership } from './membership-page.ts'
import { isSignedIn, renewSignIn } from './sign-in.ts'
import { words } from './words.ts'

/*
 * The router of the single-page app. A link inside it changes the address and loads nothing, as on the real site; a
 * visitor who is not signed in gets the marketing page at the console's own address, without a redirect
 * (docs/kimi.md#pages).
 */
const app = document.querySelector('#app')
const main = element('main')

function link(text: string, href: string): HTMLAnchorElement {
  const made = element('a', { text, href })
  made.addEventListener('click', (event) => {
    event.preventDefault()
    history.pushState(null, '', href)
    void show()
  })
  return made
}

async function show(): Promise<void> {
  document.documentElement.removeAttribute('data-loaded')
  const { pathname } = location
  if (pathname.startsWith('/code/console') && isSignedIn()) await showConsole(main)
  else if (pathname.startsWith('/membership/') && isSignedIn()) await showMembership(main)
  else if (pathname.startsWith('/code')) main.replaceChildren(...landing())
  else main.replaceChildren(element('h1', { text: words.chat }))
  document.documentElement.dataset['loaded'] = 'yes'
  performance.mark('replica-loaded')
}

const landing = () => [
  element('h1', { text: words.landing }),
  ...(isSignedIn() ? [] : [element('button', { text: words.signIn })]),
]

app?.replaceChildren(
  element(
    'nav',
    { class: 'top' },
    link(words.menu, '/code'),
    link(words.benefits, '/membership/subscription?tab=quota'),
    element('a', { text: words.docs, href: '#docs' }),
    link(words.console, '/code/console'),
  ),
  main,
)
window.addEventListener('popstate', () => void show())
await renewSignIn()
await show()
