import { useState } from 'react'
import { isSharedHistory } from '../../../shared/evidence/shared-history.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { FORMATS, SHARED_FORMATS } from '../../data/questions/hand-on-formats.ts'
import { handOnQuestion } from '../../data/questions/hand-on-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { errorText } from '../../parts/text/error-text.ts'
import { Notice } from '../../parts/status/notice.tsx'
import { Skeleton } from '../../parts/status/skeleton.tsx'
import { usePreferences } from '../../state/preferences.ts'
import { usePlace } from '../../state/use-place.ts'
import { shownTheme } from '../../theme/theme.ts'
import { HandOnChoices } from './hand-on-choices.tsx'
import { PassphraseFields, type Passphrase } from './passphrase-fields.tsx'
import { Preview } from './preview.tsx'
import './hand-on.css'

/** The choices beside what they give. The format and the incident are in the address, so a link can name them. */
export function HandOnForm({ zone }: { readonly zone: Zone }) {
  const t = useText()
  const shown = useLanguage()
  const { part, incident } = usePlace()
  const [masked, setMasked] = useState(true)
  const [language, setLanguage] = useState(shown)
  const [passphrase, setPassphrase] = useState<Passphrase>({ typed: '', again: '' })
  const isShared = isSharedHistory(usePreferences((state) => state.account))
  const formats = isShared ? SHARED_FORMATS : FORMATS
  const format = formats.find((each) => each === part) ?? 'markdown'
  const answer = useAnswer(handOnQuestion, { format, masked, language, incident, theme: shownTheme() })
  return (
    <div className="hand-on">
      <HandOnChoices
        zone={zone}
        file={answer.value}
        format={format}
        masked={masked}
        language={language}
        incident={incident}
        onMasked={setMasked}
        onLanguage={setLanguage}
      >
        <PassphraseFields value={passphrase} onChange={setPassphrase} />
      </HandOnChoices>
      {answer.state === 'failed' ? (
        <Notice kind="error" live title={t('handOn.failed')}>
          <p>{errorText(answer.error, t)}</p>
        </Notice>
      ) : answer.value ? (
        <Preview
          file={answer.value}
          format={format}
          stale={answer.state === 'loading'}
          passphrase={format === 'backup' ? passphrase : null}
        />
      ) : (
        <Skeleton label={t('handOn.making')} rows={6} />
      )}
    </div>
  )
}
