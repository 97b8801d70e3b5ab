import type { When } from '../../../shared/evidence/when.ts'
import { placeWhen } from '../../../shared/evidence/local-time.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { useZone } from '../../state/use-zone.ts'

/** When something was, as exactly as it is known and no more: with its offset, as printed without one, or not at all. */
export function WhenText({ when }: { readonly when: When }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const placed = placeWhen(when, zone)
  switch (placed.kind) {
    case 'span':
      return (
        <>
          {wording.span(placed.span, zone)}
          {placed.ambiguous ? ` (${t('when.ambiguous')})` : null}
        </>
      )
    case 'local':
      return (
        <>
          {placed.local.text}{' '}
          <span className="muted">{t(placed.skipped ? 'when.skipped' : 'when.noZone')}</span>
        </>
      )
    case 'undated':
      return <span className="muted">{t('when.undated')}</span>
  }
}
