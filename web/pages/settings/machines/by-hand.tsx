import { useRef, useState } from 'react'
import type { HistoryFolderState } from '../../../data/history-folder/history-folder-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { saveFile } from '../../hand-on/save-file.ts'

/** For browsers that give no folder: the reader saves this installation's file into it, and opens those of the others. */
export function ByHand({ folder }: { readonly folder: HistoryFolderState }) {
  const t = useText()
  const picker = useRef<HTMLInputElement>(null)
  const [isEmpty, setIsEmpty] = useState(false)
  const save = async () => {
    const written = await folder.write()
    setIsEmpty(written === null)
    if (written) saveFile(written.name, written.file)
  }
  return (
    <>
      <p>{t('machines.unsupported')}</p>
      <div className="machines-actions">
        <Button onClick={() => void save()}>{t('machines.save')}</Button>
        <Button onClick={() => picker.current?.click()}>{t('machines.open')}</Button>
        <input
          ref={picker}
          type="file"
          multiple
          accept=".json"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('machines.open')}
          onChange={(event) => {
            void folder.open([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </div>
      <output className="field-hint">
        {isEmpty
          ? t('machines.nothingToSave')
          : folder.isBusy
            ? t('machines.looking')
            : folder.changed === null
              ? ''
              : t('machines.read', { count: folder.changed })}
      </output>
    </>
  )
}
