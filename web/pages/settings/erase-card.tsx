import { useState } from 'react'
import { useHistoryFolder } from '../../data/history-folder/history-folder-context.ts'
import { useLogFolder } from '../../data/folder/log-folder-context.ts'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { EraseDialog } from './erase-dialog.tsx'

export function EraseCard() {
  const t = useText()
  const logFolder = useLogFolder()
  const historyFolder = useHistoryFolder()
  const [asking, setAsking] = useState(false)
  const [erased, setErased] = useState(false)
  return (
    <Card title={t('erase.title')} note={t('erase.text')}>
      <div>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('erase.button')}
        </Button>
      </div>
      <output>{erased ? t('erase.done') : null}</output>
      {asking ? (
        <EraseDialog
          onClose={() => setAsking(false)}
          onErased={() => {
            void logFolder.stop()
            void historyFolder.forget()
            setAsking(false)
            setErased(true)
          }}
        />
      ) : null}
    </Card>
  )
}
