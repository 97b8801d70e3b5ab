import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { byteText } from '../../parts/byte-text.ts'
import type { HandOnFile } from './formats.ts'
import { saveFile } from './save-file.ts'

/** A page of a million rows would take the browser down; the file has them all. */
const MOST = 60_000

/** What will be in the file, before it is anywhere. */
export function Preview({ file }: { readonly file: HandOnFile }) {
  const t = useText()
  const [said, setSaid] = useState('')
  const size = new Blob([file.text]).size
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(file.text)
      setSaid(t('handOn.copied'))
    } catch {
      setSaid(t('handOn.notCopied')) // the browser may forbid it; the text can still be selected
    }
  }
  return (
    <Card
      title={file.name}
      note={byteText(size)}
      actions={
        <>
          <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
            {t('handOn.copy')}
          </Button>
          <Button kind="primary" icon={<Download aria-hidden="true" />} onClick={() => saveFile(file)}>
            {t('handOn.download')}
          </Button>
        </>
      }
    >
      <output className="preview-said">{said}</output>
      {/* It scrolls, so it must be reachable from the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="preview" tabIndex={0} aria-label={t('handOn.preview')}>
        {file.text.slice(0, MOST)}
        {file.text.length > MOST ? `\n${t('handOn.cut', { shown: byteText(MOST) })}` : null}
      </pre>
    </Card>
  )
}
