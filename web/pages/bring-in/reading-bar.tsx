import type { StreamProgress } from '../../../shared/parse/stream-input.ts'
import { useText } from '../../locales/use-text.ts'
import { byteText } from '../../parts/text/byte-text.ts'

interface ReadingBarProps {
  readonly name: string
  /** Null before the first word of it. */
  readonly progress: StreamProgress | null
}

/** How far reading a file is, in bytes, and what has been found. */
export function ReadingBar({ name, progress }: ReadingBarProps) {
  const t = useText()
  const all = progress?.bytesTotal ?? null
  return (
    <div className="reading">
      <progress
        aria-label={t('bringIn.reading', { name })}
        max={all ?? undefined}
        value={progress && all !== null ? progress.bytesRead : undefined}
      />
      <p className="field-hint">
        {progress
          ? t('bringIn.readSoFar', {
              bytes: byteText(progress.bytesRead),
              lines: progress.lines,
              found: progress.found,
            })
          : t('bringIn.reading', { name })}
      </p>
    </div>
  )
}
