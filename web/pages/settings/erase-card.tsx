import { useState } from 'react'
import { useLogFolder } from '../../data/folder/log-folder-context.ts'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { EraseDialog } from './erase-dialog.tsx'

export function EraseCard() {
  const t = useText()
  const logFolder = useLogFolder()
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
            setAsking(false)
            setErased(true)
          }}
        />
      ) : null}
    </Card>
  )
}
