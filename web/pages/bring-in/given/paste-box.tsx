import { FilePlus, FolderOpen, FlaskConical } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { droppedFiles, pickedFiles, type FoundFiles } from './files-in.ts'

interface PasteBoxProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onFiles: (found: FoundFiles) => void
  readonly onSample: () => void
}

/** React's types do not know it; browsers do. */
const WHOLE_FOLDER = { webkitdirectory: '' }

/** Where evidence comes in: typed, pasted, picked, or dropped anywhere on the box. */
export function PasteBox({ text, onText, onFiles, onSample }: PasteBoxProps) {
  const t = useText()
  const id = useId()
  const [over, setOver] = useState(false)
  return (
    // Dropping is a shortcut for the button inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={over ? 'paste-box paste-box-over' : 'paste-box'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        // The list is emptied as soon as this has been dealt with.
        const entries = [...event.dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
        void droppedFiles(entries).then(onFiles)
      }}
    >
      <label htmlFor={id} className="field-label">
        {t('bringIn.paste')}
      </label>
      <textarea
        // an emptied box stays scrolled to where the text was, and cuts the words that stand in for one
        ref={(box) => {
          if (text === '') box?.scrollTo(0, 0)
        }}
        id={id}
        className="field-control paste-text"
        rows={9}
        spellCheck={false}
        autoComplete="off"
        placeholder={t('bringIn.placeholder')}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} className="field-hint">
        {t('bringIn.pasteHint')}
      </p>
      <div className="paste-actions">
        <PickButton label={t('bringIn.pick')} icon={<FilePlus aria-hidden="true" />} onFiles={onFiles} />
        <PickButton
          label={t('bringIn.pickFolder')}
          icon={<FolderOpen aria-hidden="true" />}
          onFiles={onFiles}
          {...WHOLE_FOLDER}
        />
        <Button icon={<FlaskConical aria-hidden="true" />} onClick={onSample}>
          {t('bringIn.sample')}
        </Button>
      </div>
    </div>
  )
}

interface PickButtonProps extends Pick<PasteBoxProps, 'onFiles'> {
  readonly label: string
  readonly icon: ReactNode
}

/** Opens the browser's own way of picking files; other attributes are those of its hidden field. */
function PickButton({ label, icon, onFiles, ...field }: PickButtonProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={icon} onClick={() => picker.current?.click()}>
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        {...field}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          onFiles(pickedFiles(event.currentTarget.files ?? []))
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
