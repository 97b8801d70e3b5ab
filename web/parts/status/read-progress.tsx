import type { Progress } from '../../data/findings.ts'
import { useText } from '../../locales/use-text.ts'
import './read-progress.css'

/** As many are read before anybody could read a word about it. */
const QUICK = 100_000

/** How far reading the evidence is; nothing where there is little of it. */
export function ReadProgress({ progress: { done, all } }: { readonly progress: Progress }) {
  const t = useText()
  if (all < QUICK) return null
  const label = done < all ? t('reading.readSoFar', { done, count: all }) : t('reading.judging')
  return (
    <div className="read-progress">
      <progress aria-label={t('loading')} max={all} value={done < all ? done : undefined} />
      <p className="field-hint">{label}</p>
    </div>
  )
}
