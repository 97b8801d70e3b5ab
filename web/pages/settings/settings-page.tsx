import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../locales/use-text.ts'
import { EraseCard } from './erase-card.tsx'
import { ExtensionCards } from './extension/extension-cards.tsx'
import { LookCard } from './look-card.tsx'
import { MachinesCard } from './machines/machines-card.tsx'
import { StorageCard } from './storage-card.tsx'
import { ZoneCard } from './zone-card.tsx'
import './settings-page.css'

export function SettingsPage() {
  const t = useText()
  return (
    <>
      <PageHead title={t('nav.settings')} lead={t('settings.lead')} />
      <div className="settings">
        <ZoneCard />
        <LookCard />
        <StorageCard />
        <MachinesCard />
        <ExtensionCards />
        <EraseCard />
      </div>
    </>
  )
}
