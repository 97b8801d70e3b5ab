import { useRef, type ReactNode } from 'react'
import { useText } from '../locales/use-text.ts'
import type { View } from '../state/place.ts'
import { Navigation } from './navigation.tsx'
import { useHost } from './host-context.ts'
import { PaletteHost } from './palette/palette-host.tsx'
import './shell.css'

/** The frame around every page. */
export function Shell({ view, children }: { readonly view: View; readonly children: ReactNode }) {
  const t = useText()
  const host = useHost()
  const main = useRef<HTMLElement>(null)
  return (
    <div className="shell">
      {/* A button, not a link to #main: the address's hash is the place in the console. */}
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('nav.skip')}
      </button>
      <header className="rail">
        <div className="rail-inner">
          <p className="brand">
            <svg viewBox="0 0 32 32" aria-hidden="true">
              <rect width="32" height="32" rx="8" />
              <path d="M6 21h4v-8h3.5M18.500 21v-6H22v6h4" className="brand-steps" />
              <path d="M14.500 8.500v15M17.500 8.500v15" className="brand-block" />
            </svg>
            Quotascope
          </p>
          <Navigation current={view} />
          <PaletteHost />
          <p className="rail-foot">
            {t(host.kind === 'local' ? 'host.local' : 'host.extension')}
            <span className="mono">v{host.version}</span>
          </p>
        </div>
      </header>
      <main ref={main} tabIndex={-1} className="page">
        {children}
      </main>
    </div>
  )
}
