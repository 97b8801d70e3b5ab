import { useState } from 'react'
import type { Origin } from '../../shared/evidence/origin.ts'
import { rawOf } from '../../shared/store/raw/raw-queue.ts'
import { useStore } from '../data/store-context.ts'
import { useText } from '../locales/use-text.ts'
import { errorText } from '../parts/text/error-text.ts'
import { rawExcerpt } from './raw-excerpt.ts'
import '../parts/link-button.css'

type Shown = { readonly text: string } | 'gone' | { readonly failure: string }

/** What stands at a place of a capture, as it was captured (scrubbed), for as long as its text is kept. */
export function RawSource({ origin }: { readonly origin: Origin }) {
  const t = useText()
  const store = useStore()
  const [shown, setShown] = useState<Shown | null>(null)
  const show = async () => {
    try {
      const raw = await rawOf(store, origin.capture)
      setShown(raw ? { text: rawExcerpt(raw.body, origin.at) } : 'gone')
    } catch (error) {
      setShown({ failure: errorText(error, t) })
    }
  }
  if (shown === null)
    return (
      <button type="button" className="link-button raw-source" onClick={() => void show()}>
        {t('evidence.showRaw')}
      </button>
    )
  if (shown === 'gone') return <p className="muted">{t('evidence.rawGone')}</p>
  if ('failure' in shown) return <p className="muted">{shown.failure}</p>
  return <pre className="raw-text">{shown.text}</pre>
}
