import { useState, type SyntheticEvent } from 'react'
import { USAGES_HOSTS, type UsagesHost } from '../../../../shared/recorder/usages-reader.ts'
import type { ExtensionStatus } from '../../../../shared/recorder/status.ts'
import type { Extension } from '../../../data/use-extension.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { InputField } from '../../../parts/input-field.tsx'
import { SelectField } from '../../../parts/select-field.tsx'
import { Sentences } from '../../../parts/text/sentences.tsx'
import { usePreferences } from '../../../state/preferences.ts'
import { useMoment } from './use-moment.ts'

interface KeyCardProps {
  readonly status: ExtensionStatus
  readonly act: Extension['act']
}

/** The key is written here, and never shown again: neither in this field nor anywhere else. */
export function KeyCard({ status, act }: KeyCardProps) {
  const t = useText()
  const moment = useMoment()
  const account = usePreferences((state) => state.account)
  const [typed, setTyped] = useState('')
  const [host, setHost] = useState<UsagesHost>('api.kimi.com')
  const { key } = status
  const keep = (event: SyntheticEvent) => {
    event.preventDefault()
    const entered = typed.trim()
    setTyped('')
    void act((each) => each.keepKey(entered, host, account))
  }
  return (
    <Card title={t('key.title')} note={t('key.note')}>
      <p>{t('key.what')}</p>
      <form className="settings-row" onSubmit={keep}>
        <InputField
          label={t(key ? 'key.replace' : 'key.enter')}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onText={setTyped}
        />
        <SelectField
          label={t('key.host')}
          value={host}
          choices={USAGES_HOSTS.map((value) => ({ value, text: value }))}
          onChoice={setHost}
        />
        <div>
          <Button type="submit" disabled={typed.trim().length < 8}>
            {t('key.keep')}
          </Button>
        </div>
      </form>
      <p className="muted">{t('key.account', { account })}</p>
      {key === null ? null : (
        <>
          <output className="recorder-state">
            <Sentences>
              {t('key.kept', { host: key.host, at: moment(key.since) })}
              {t(`key.state.${key.state}`)}
              {key.read === null ? t('record.neverRead') : t('record.lastRead', { at: moment(key.read) })}
            </Sentences>
          </output>
          <div>
            <Button kind="danger" onClick={() => void act((each) => each.eraseKey())}>
              {t('key.erase')}
            </Button>
          </div>
        </>
      )}
    </Card>
  )
}
