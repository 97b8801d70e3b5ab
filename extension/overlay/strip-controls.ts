import type { ConsolePlace } from '../messages/console-place.ts'
import type { OverlayPicture } from './overlay-picture.ts'
import { ownWords } from './own-words.ts'
import { pageLanguage } from './page-look.ts'
import type { StripPosition } from './place/strip-position.ts'
import type { StripHost } from './strip-host.ts'
import { listenForKeys } from './strip-keys.ts'
import { STRIP_ACTIONS, type StripAction } from './strip-view.ts'

/** Does what the reader asks for with the strip's buttons and with keys. */
export function listenToReader(
  strip: StripHost,
  position: StripPosition,
  picture: OverlayPicture,
  openConsole: (place?: ConsolePlace) => void,
): void {
  const { host, root } = strip
  const page = host.ownerDocument
  const focus = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus()
  const act: Readonly<Record<StripAction, () => void>> = {
    toggle: () => {
      position.toggle()
      picture.draw({ twinOpen: false })
      position.fit()
      // what had the focus may have gone
      if (page.activeElement === host || !root.activeElement) focus('.toggle')
    },
    open: () => openConsole(),
    why: () => openConsole(picture.shown().model?.verdictPlace ?? undefined),
    twin: () => {
      const twinOpen = !picture.shown().twinOpen
      picture.draw({ twinOpen })
      focus(twinOpen ? '.twin-panel' : '.buttons .twin')
    },
    copy: () => {
      const { layout } = picture.shown()
      if (!layout) return
      const { copied } = ownWords(pageLanguage(page))
      void navigator.clipboard.writeText(layout.diagnostic).then(() => strip.say(copied))
    },
  }
  root.addEventListener('click', (event) => {
    // only a reader's own click or key: the page could send one, and open tabs with it
    if (!event.isTrusted || !(event.target instanceof Element)) return
    const name = event.target.closest<HTMLElement>('[data-action]')?.dataset['action']
    const action = STRIP_ACTIONS.find((each) => each === name)
    if (action) act[action]()
  })
  listenForKeys(page, strip, {
    isShown: () => host.isConnected,
    focus: () => focus(root.querySelector('.toggle') ? '.toggle' : 'section'),
    close: () => {
      if (picture.shown().twinOpen) act.twin()
      else if (position.isCollapsed()) return false
      else act.toggle()
      return true
    },
  })
}
