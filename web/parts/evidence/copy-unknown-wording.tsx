import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import { unknownWordingReport } from '../../../shared/export/unknown-wording-report.ts'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../button.tsx'

/** Copies what there is to report of a refusal that no table knows, and says beside the button whether that was possible. */
export function CopyUnknownWording({ error }: { readonly error: ErrorObservation }) {
  const t = useText()
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(unknownWordingReport(error))
      setSaid(t('handOn.copied'))
    } catch {
      setSaid(t('handOn.notCopied')) // the browser may forbid it
    }
  }
  return (
    <>
      <Button kind="quiet" icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
        {t('evidence.copyForReport')}
      </Button>
      <output className="muted">{said}</output>
    </>
  )
}
