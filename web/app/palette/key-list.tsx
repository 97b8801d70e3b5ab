import { useText } from '../../locales/use-text.ts'
import { Dialog } from '../../parts/dialog.tsx'

const KEYS = ['palette', 'keys', 'undo', 'escape'] as const
const TIMELINE_KEYS = [
  'wheel',
  'sideways',
  'drag',
  'shiftDrag',
  'pinch',
  'arrows',
  'plus',
  'home',
  'tab',
] as const

/** All keys and gestures, and what each does. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('palette.keys')} onClose={onClose}>
      <h3>{t('keys.everywhere')}</h3>
      <dl className="key-list">
        {KEYS.map((key) => (
          <div key={key}>
            <dt>{t(`keys.key.${key}`)}</dt>
            <dd>{t(`keys.does.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('nav.timeline')}</h3>
      <dl className="key-list">
        {TIMELINE_KEYS.map((key) => (
          <div key={key}>
            <dt>{t(`timeline.helpKeys.${key}`)}</dt>
            <dd>{t(`timeline.helpText.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
