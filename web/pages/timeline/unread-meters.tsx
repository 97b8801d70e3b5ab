import { useText } from '../../locales/use-text.ts'

/** No reading is not "0 % used": it is said in words, and nothing is drawn. */
export function UnreadMeters({ wall }: { readonly wall: boolean }) {
  const t = useText()
  return (
    <p className="lane-empty">
      <span>{t(wall ? 'timeline.noMetersOnWall' : 'timeline.noMeters')}</span>
    </p>
  )
}
