import { FilePlus, FolderOpen } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useText } from '../../locales/use-text.ts'
import { accountName } from '../../parts/text/account-name.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { accountFiles, type AccountFile } from './account-of.ts'

interface CompareCardProps {
  readonly accounts: readonly string[]
  readonly left: ReadonlySet<string>
  readonly onLeft: (left: ReadonlySet<string>) => void
  readonly files: readonly AccountFile[]
  readonly onFiles: (files: readonly AccountFile[]) => void
}

/** Has the browser give all files of a folder; React's types know the attribute by no other name. */
const WHOLE_FOLDER = { webkitdirectory: '' }

/** Which accounts are compared: those that are kept here, and those of files that others gave. */
export function CompareCard({ accounts, left, onLeft, files, onFiles }: CompareCardProps) {
  const t = useText()
  const toggle = (account: string) =>
    onLeft(new Set(left.has(account) ? [...left].filter((each) => each !== account) : [...left, account]))
  const places = [...new Set(files.map(({ place }) => place))]
  const add = (picked: FileList | null) => onFiles([...files, ...accountFiles(picked ?? [])])
  return (
    <Card title={t('accounts.which')} note={t('accounts.whichNote')}>
      <fieldset className="accounts-choice">
        <legend className="visually-hidden">{t('accounts.which')}</legend>
        {accounts.map((account) => (
          <label key={account} className="choice">
            <input type="checkbox" checked={!left.has(account)} onChange={() => toggle(account)} />
            {accountName(account, t)}
          </label>
        ))}
        {places.map((place) => (
          <label key={`file ${place}`} className="choice">
            <input
              type="checkbox"
              checked
              onChange={() => onFiles(files.filter((each) => each.place !== place))}
            />
            {t('accounts.ofFile', { name: place })}
          </label>
        ))}
      </fieldset>
      <div className="accounts-actions">
        <FilePicker label={t('accounts.pick')} icon={<FilePlus aria-hidden="true" />} onPick={add} />
        <FilePicker
          label={t('accounts.pickFolder')}
          icon={<FolderOpen aria-hidden="true" />}
          attributes={WHOLE_FOLDER}
          onPick={add}
        />
      </div>
    </Card>
  )
}

interface FilePickerProps {
  readonly label: string
  readonly icon: ReactNode
  readonly attributes?: Readonly<Record<string, string>>
  readonly onPick: (files: FileList | null) => void
}

function FilePicker({ label, icon, attributes = {}, onPick }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        {...attributes}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          onPick(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
