import { useMemo, useState } from 'react'
import type { Everything } from '../../data/use-everything.ts'
import { useLanguage } from '../../locales/use-text.ts'
import { usePlace } from '../../state/use-place.ts'
import { FORMATS, writeFile } from './formats.ts'
import { HandOnChoices } from './hand-on-choices.tsx'
import { Preview } from './preview.tsx'
import './hand-on.css'

/** The choices beside what they give. The format and the incident are in the address, so a link can name them. */
export function HandOnForm({ findings }: { readonly findings: Everything }) {
  const shown = useLanguage()
  const { part, incident } = usePlace()
  const [masked, setMasked] = useState(true)
  const [language, setLanguage] = useState(shown)
  const format = FORMATS.find((each) => each === part) ?? 'markdown'
  const file = useMemo(
    () => writeFile(findings, { format, masked, language, incident }),
    [findings, format, masked, language, incident],
  )
  return (
    <div className="hand-on">
      <HandOnChoices
        findings={findings}
        format={format}
        masked={masked}
        language={language}
        incident={incident}
        onMasked={setMasked}
        onLanguage={setLanguage}
      />
      <Preview file={file} />
    </div>
  )
}
