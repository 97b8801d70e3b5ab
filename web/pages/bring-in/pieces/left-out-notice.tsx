import { useText } from '../../../locales/use-text.ts'
import { Notice } from '../../../parts/status/notice.tsx'
import { MAX_FILES, type LeftOut } from '../given/files-in.ts'

/** Says that not all files were taken, before somebody believes so. */
export function LeftOutNotice({ leftOut: { count, andMore } }: { readonly leftOut: LeftOut }) {
  const t = useText()
  if (count === 0) return null
  return (
    <Notice
      kind="warn"
      live
      title={andMore ? t('bringIn.leftOutMany', { count }) : t('bringIn.leftOut', { count })}
    >
      <p>{t('bringIn.leftOutWhy', { most: MAX_FILES })}</p>
    </Notice>
  )
}
