import { lazy, Suspense, useCallback, useState } from 'react'
import { Command as CommandIcon } from 'lucide-react'
import { useText } from '../../locales/use-text.ts'
import { KeyList } from './key-list.tsx'
import { usePaletteKeys, type Opened } from './use-palette-keys.ts'
import './palette.css'

/** Its code is read when it is first asked for. */
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** The palette and the list of keys, with the button that opens the first for those who know no key. */
export function PaletteHost() {
  const t = useText()
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = useCallback(() => setOpened(null), [])
  usePaletteKeys(setOpened)
  return (
    <>
      <button
        type="button"
        className="palette-open"
        aria-label={t('palette.open')}
        onClick={() => setOpened('palette')}
      >
        <CommandIcon aria-hidden="true" />
        <span>{t('palette.open')}</span>
        <kbd aria-hidden="true">{t('keys.key.palette')}</kbd>
      </button>
      {opened === 'palette' ? (
        <Suspense fallback={null}>
          <Palette onClose={close} onKeys={() => setOpened('keys')} />
        </Suspense>
      ) : null}
      {opened === 'keys' ? <KeyList onClose={close} /> : null}
    </>
  )
}
