import { FolderOpen, FlaskConical } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'

interface PasteBoxProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onSample: () => void
}

/** Where evidence comes in: typed, pasted, picked, or dropped anywhere on the box. */
export function PasteBox({ text, onText, onFiles, onSample }: PasteBoxProps) {
  const t = useText()
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
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
        onFiles([...event.dataTransfer.files])
      }}
    >
      <label htmlFor={id} className="field-label">
        {t('bringIn.paste')}
      </label>
      <textarea
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
        <Button icon={<FolderOpen aria-hidden="true" />} onClick={() => picker.current?.click()}>
          {t('bringIn.pick')}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('bringIn.pick')}
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
        <Button kind="quiet" icon={<FlaskConical aria-hidden="true" />} onClick={onSample}>
          {t('bringIn.sample')}
        </Button>
      </div>
    </div>
  )
}
