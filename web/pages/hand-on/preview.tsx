import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { encryptBundle } from '../../../shared/export/bundle/encrypted-bundle.ts'
import { HAND_ON_FORMATS, type Format } from '../../data/questions/hand-on-formats.ts'
import type { HandOnFile } from '../../data/questions/hand-on-question.ts'
import { useText } from '../../locales/use-text.ts'
import { byteText } from '../../parts/text/byte-text.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { DocumentView } from './document-view.tsx'
import { drawPng, svgAddress } from './draw-png.ts'
import { isSettled, type Passphrase } from './passphrase-fields.tsx'
import { saveFile } from './save-file.ts'

interface PreviewProps {
  readonly file: HandOnFile
  readonly format: Format
  /** A newer file is being written; this one is still shown. */
  readonly stale: boolean
  /** What the file is encrypted with when it is saved; null where it is not to be asked. */
  readonly passphrase: Passphrase | null
}

/** What will be in the file, before it is anywhere. */
export function Preview({ file, format, stale, passphrase }: PreviewProps) {
  const t = useText()
  const [said, setSaid] = useState('')
  const { content } = file
  const secret = passphrase && passphrase.typed !== '' ? passphrase.typed : null
  const name = secret === null ? file.name : `${file.name}.encrypted`
  const attempt = async (act: () => Promise<void>, done: string) => {
    try {
      await act()
      setSaid(done)
    } catch {
      setSaid(t('handOn.notCopied')) // the browser may forbid it; a text can still be selected
    }
  }
  // The whole text, not the part that is shown.
  const copy = async (whole: Blob) =>
    format === 'png'
      ? navigator.clipboard.write([new ClipboardItem({ 'image/png': drawPng(await whole.text()) })])
      : navigator.clipboard.writeText(await whole.text())
  const save = async (whole: Blob) =>
    saveFile(
      name,
      secret !== null
        ? await encryptBundle(whole, secret)
        : format === 'png'
          ? await drawPng(await whole.text())
          : whole,
    )
  return (
    <Card
      title={name}
      note={content && format !== 'png' ? byteText(content.size) : undefined}
      actions={
        content ? (
          <>
            {format === 'package' || format === 'backup' ? null : (
              <Button
                icon={<Copy aria-hidden="true" />}
                onClick={() => void attempt(() => copy(content), t('handOn.copied'))}
              >
                {t(format === 'png' ? 'handOn.copyPicture' : 'handOn.copy')}
              </Button>
            )}
            <Button
              kind="primary"
              icon={<Download aria-hidden="true" />}
              disabled={stale || (passphrase !== null && !isSettled(passphrase))}
              onClick={() => void attempt(() => save(content), secret === null ? '' : t('handOn.encrypted'))}
            >
              {t('handOn.download')}
            </Button>
          </>
        ) : null
      }
    >
      <output className="preview-said">{stale ? t('handOn.making') : said}</output>
      <Look file={file} format={format} />
    </Card>
  )
}

function Look({ file, format }: { readonly file: HandOnFile; readonly format: Format }) {
  const t = useText()
  const { head, cut, blocks, pictures, files } = file
  if (file.content === null) return <p className="muted">{t('handOn.nothing')}</p>
  if (HAND_ON_FORMATS[format].look === 'picture' && head !== null)
    return <img className="preview-picture" src={svgAddress(head)} alt={t('handOn.preview')} />
  return (
    <>
      {files.length > 0 ? (
        <ul className="package-files" aria-label={t('handOn.files')}>
          {files.map((each) => (
            <li key={each.name}>
              <span className="mono">{each.name}</span> {byteText(each.bytes)}
            </li>
          ))}
        </ul>
      ) : null}
      {blocks ? (
        // It scrolls, so it must be reachable from the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="document" tabIndex={0} aria-label={t('handOn.preview')}>
          <DocumentView blocks={blocks} pictures={pictures} />
        </section>
      ) : (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className="preview" tabIndex={0} aria-label={t('handOn.preview')}>
          {head}
          {cut && head !== null ? `\n${t('handOn.cut', { shown: byteText(head.length) })}` : null}
        </pre>
      )}
    </>
  )
}
