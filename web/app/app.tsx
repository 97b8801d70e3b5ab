import { useEffect, useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { EngineContext } from '../data/engine-context.ts'
import type { EngineClient } from '../data/engine/engine-client.ts'
import { IntakeContext } from '../data/intake-context.ts'
import type { IntakeClient } from '../data/intake/intake-client.ts'
import { LogFolderProvider } from '../data/folder/log-folder-provider.tsx'
import { HistoryFolderProvider } from '../data/history-folder/history-folder-provider.tsx'
import { FindingsProvider } from '../data/findings-provider.tsx'
import { StoreProvider } from '../data/store-provider.tsx'
import { EvidencePanelProvider } from '../evidence-panel/panel-provider.tsx'
import type { Host } from '../host.ts'
import { languageOf } from '../locales/language.ts'
import { createTexts } from '../locales/texts.ts'
import { UndoToast } from '../parts/status/undo-toast.tsx'
import { usePreferences } from '../state/preferences.ts'
import { applyTheme } from '../theme/theme.ts'
import { HostContext } from './host-context.ts'
import { Pages } from './pages.tsx'

interface AppProps {
  readonly host: Host
  readonly engine: EngineClient
  readonly intake: IntakeClient
}

/** The console: everything that pages share, around the page that the address asks for. */
export function App({ host, engine, intake }: AppProps) {
  const theme = usePreferences((state) => state.theme)
  const choice = usePreferences((state) => state.language)
  const language = languageOf(choice, navigator.languages)
  const texts = useMemo(() => createTexts(language), [language])
  useEffect(() => applyTheme(theme), [theme])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language
  }, [language])
  return (
    <HostContext value={host}>
      <I18nextProvider i18n={texts}>
        <StoreProvider>
          <EngineContext value={engine}>
            <FindingsProvider>
              <IntakeContext value={intake}>
                <LogFolderProvider>
                  <HistoryFolderProvider>
                    <EvidencePanelProvider>
                      <Pages />
                      <UndoToast />
                    </EvidencePanelProvider>
                  </HistoryFolderProvider>
                </LogFolderProvider>
              </IntakeContext>
            </FindingsProvider>
          </EngineContext>
        </StoreProvider>
      </I18nextProvider>
    </HostContext>
  )
}
