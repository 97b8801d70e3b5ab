import type { UnlikeUsual } from '../../../shared/analyse/views/year/unlike-usual.ts'
import { useText } from '../../locales/use-text.ts'
import { Card } from '../../parts/card.tsx'
import { UnlikeUsualTable } from '../../parts/unlike/unlike-usual-table.tsx'
import { Sentences } from '../../parts/text/sentences.tsx'

/** What was different while blocked, over all blocks of the twelve months. */
export function UnlikeCard({ unlike }: { readonly unlike: UnlikeUsual }) {
  const t = useText()
  const { blocks, leftOut, others } = unlike
  if (blocks === 0 || others === 0)
    return (
      <Card title={t('unlike.title')}>
        <p>{t(blocks === 0 ? 'unlike.noBlocks' : 'unlike.noOthers')}</p>
      </Card>
    )
  return (
    <Card
      title={t('unlike.title')}
      note={
        <Sentences>
          {t('unlike.note')}
          {t('unlike.caution')}
        </Sentences>
      }
    >
      <p>
        <Sentences>
          {t('unlike.blocks', { count: blocks })}
          {t('unlike.others', { count: others })}
          {leftOut > 0 ? t('unlike.leftOut', { count: leftOut }) : null}
        </Sentences>
      </p>
      <UnlikeUsualTable unlike={unlike} />
    </Card>
  )
}
