import { useId, useState, type SyntheticEvent } from 'react'
import { LONGEST_NAME, readInstallationName } from '../../../../shared/evidence/installation.ts'
import type { HistoryFolderState } from '../../../data/history-folder/history-folder-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import '../../../parts/field.css'

/** What this installation is called where several are listed. */
export function InstallationName({ folder }: { readonly folder: HistoryFolderState }) {
  const t = useText()
  const id = useId()
  const { installation } = folder
  const [typed, setTyped] = useState(installation?.name ?? '')
  const name = readInstallationName(typed)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (name !== null) void folder.call(name)
  }
  return (
    <form className="machines-name" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id} className="field-label">
          {t('machines.name')}
        </label>
        <input
          id={id}
          className="field-control"
          autoComplete="off"
          maxLength={LONGEST_NAME}
          placeholder={installation?.id.slice(0, 8) ?? t('machines.nameExample')}
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" disabled={name === null || name === installation?.name}>
        {t('machines.call')}
      </Button>
      <p id={`${id}-hint`} className="field-hint">
        {t('machines.nameHint')}
      </p>
    </form>
  )
}
