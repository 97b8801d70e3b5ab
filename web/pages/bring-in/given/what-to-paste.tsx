import { Bug, ChartNoAxesColumn, FileJson, MessagesSquare, Table2, type LucideIcon } from 'lucide-react'
import { useText } from '../../../locales/use-text.ts'

const KINDS = ['history', 'panel', 'usages', 'error', 'post'] as const

const ICONS: Readonly<Record<(typeof KINDS)[number], LucideIcon>> = {
  history: Table2,
  panel: ChartNoAxesColumn,
  usages: FileJson,
  error: Bug,
  post: MessagesSquare,
}

/** Before anything is in the box: what can be put there, and where to find it. */
export function WhatToPaste() {
  const t = useText()
  return (
    <div className="what-to-paste">
      <h2>{t('bringIn.whatTitle')}</h2>
      <ul>
        {KINDS.map((kind) => {
          const Icon = ICONS[kind]
          return (
            <li key={kind}>
              <Icon aria-hidden="true" />
              <div>
                <p className="what-name">{t(`bringIn.what.${kind}`)}</p>
                <p className="what-where">{t(`bringIn.where.${kind}`)}</p>
              </div>
            </li>
          )
        })}
      </ul>
      <p className="field-hint">{t('bringIn.local')}</p>
    </div>
  )
}
