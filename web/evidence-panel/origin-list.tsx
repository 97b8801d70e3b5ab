import type { Capture } from '../../shared/evidence/kinds/capture.ts'
import type { Origin } from '../../shared/evidence/origin.ts'
import { useText } from '../locales/use-text.ts'
import { useWording } from '../locales/use-wording.ts'
import { inputName } from '../parts/text/input-name.ts'
import { placeInInput } from '../parts/evidence/place-in-input.ts'
import { useZone } from '../state/use-zone.ts'
import { RawSource } from './raw-source.tsx'

interface OriginListProps {
  readonly origins: readonly Origin[]
  readonly captures: readonly Capture[]
}

/** Where a piece was read: which input, which line of it, and when that was captured. */
export function OriginList({ origins, captures }: OriginListProps) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  if (origins.length === 0) return null
  return (
    <ul className="origin-list" aria-label={t('evidence.origins')}>
      {origins.map((origin) => {
        const capture = captures.find(({ id }) => id === origin.capture)
        const input = capture ? inputName(capture, t) : t('evidence.inputUnknown')
        return (
          <li key={`${origin.capture} ${origin.at}`}>
            {t('evidence.readIn', { input, place: placeInInput(origin.at, t) })}
            {capture && capture.at !== null
              ? ` · ${t('evidence.captured', { at: wording.instant(capture.at, zone) })}`
              : null}
            <RawSource origin={origin} />
          </li>
        )
      })}
    </ul>
  )
}
