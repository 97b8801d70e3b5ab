import { Copy, FileImage, Image as ImageIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Metric } from '../../../../shared/analyse/views/differences.ts'
import { UNKNOWN_ZONE } from '../../../../shared/time/zone.ts'
import { useFindings } from '../../../data/findings.ts'
import type { Compared } from '../../../data/questions/compare-question.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { errorText } from '../../../parts/text/error-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { zoneName } from '../../../parts/zone/zone-choices.ts'
import { drawPng, svgAddress } from '../../hand-on/draw-png.ts'
import { saveFile } from '../../hand-on/save-file.ts'
import { compareSvg } from './compare-svg.ts'
import { rowsOf, tableCsv, tableMarkdown, type CopiedTable } from '../compare-texts.ts'
import { differenceRows } from '../tables/difference-rows.ts'
import { figuresText } from '../tables/figures-text.ts'
import type { StretchText } from '../use-stretch-text.ts'
import './share-card.css'

interface ShareCardProps {
  readonly compared: Compared
  readonly text: StretchText
  readonly hourName: (hour: number) => string
}

/** The comparison to pass on: as a picture that says its zone and coverage, or as a table. It is made here, and sent nowhere. */
export function ShareCard(props: ShareCardProps) {
  const t = useText()
  const [said, setSaid] = useState('')
  const words = usePictureWords(props.compared)
  const svg = usePicture(props, words)
  const table = useTable(props, words)
  const copy = async (copied: string) => {
    try {
      await navigator.clipboard.writeText(copied)
      setSaid(t('handOn.copied'))
    } catch {
      setSaid(t('handOn.notCopied')) // the browser may forbid it
    }
  }
  const savePng = async () => {
    try {
      saveFile('quotascope-compare.png', await drawPng(svg))
      setSaid(t('compare.saved'))
    } catch (error) {
      setSaid(t('compare.notDrawn', { reason: errorText(error, t) }))
    }
  }
  const saveSvg = () => {
    saveFile('quotascope-compare.svg', new Blob([svg], { type: 'image/svg+xml' }))
    setSaid(t('compare.saved'))
  }
  const { title } = words
  return (
    <Card title={t('compare.share')} note={t('compare.shareNote')}>
      <div className="share">
        <img className="share-picture" src={svgAddress(svg)} alt={t('compare.pictureAlt', { title })} />
        <div className="share-ways">
          <Button icon={<ImageIcon aria-hidden="true" />} onClick={() => void savePng()}>
            {t('compare.savePng')}
          </Button>
          <Button icon={<FileImage aria-hidden="true" />} onClick={saveSvg}>
            {t('compare.saveSvg')}
          </Button>
          <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy(tableMarkdown(table()))}>
            {t('compare.copyMarkdown')}
          </Button>
          <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy(tableCsv(table()))}>
            {t('compare.copyCsv')}
          </Button>
          <output className="share-said">{said}</output>
        </div>
      </div>
    </Card>
  )
}

interface PictureWords {
  readonly title: string
  readonly zone: string
  readonly made: string
}

/** What picture and table say of themselves: what is compared, in which zone, and as of when. */
function usePictureWords({ zone, alignment }: Compared): PictureWords {
  const t = useText()
  const wording = useWording()
  const now = useFindings()?.report.now
  return {
    title: t('compare.pictureTitle', { by: t(`compare.by.${alignment}`) }),
    zone: t('compare.pictureZone', {
      zone: zone === UNKNOWN_ZONE ? t('compare.pictureNoZone') : zoneName(zone, t('zone.unknown')),
    }),
    made: now === undefined ? 'Quotascope' : t('compare.pictureMade', { at: wording.instant(now, zone) }),
  }
}

/** The picture as SVG; drawn anew only when something on it has changed. */
function usePicture(
  { compared, text, hourName }: ShareCardProps,
  { title, zone, made }: PictureWords,
): string {
  const t = useText()
  const wording = useWording()
  const { days } = compared
  return useMemo(
    () =>
      compareSvg(days, {
        title,
        zone,
        made,
        panelsTitle: t('compare.panels'),
        unseen: t('calendar.legendUnseen'),
        blocked: t('calendar.legendBlocked'),
        names: days.map(text.long),
        figures: days.map((day) => figuresText(day, t, wording)),
        hourName,
      }),
    // oxlint-disable-next-line react/exhaustive-deps -- what is named by these is made of `compared` and the language
    [days, title, zone, made, t, wording, text],
  )
}

/** The same figures as a table, made when it is asked for. */
function useTable(
  { compared, text }: ShareCardProps,
  { title, zone, made }: PictureWords,
): () => CopiedTable {
  const t = useText()
  const wording = useWording()
  const { days } = compared
  return () => ({
    title,
    head: [t('compare.measure'), ...days.map(text.short)],
    rows: [
      ...rowsOf(differenceRows(compared, wording, t('calendar.within')), {
        metric: (metric: Metric) => t(`compare.metric.${metric}`),
        unknown: t('compare.unknown'),
        unsure: (change: string) => t('compare.unsureChange', { change }),
      }),
      [t('compare.observed'), ...days.map((day) => wording.percent(day.observedShare * 100))],
    ],
    notes: [zone, t('compare.unsureNote'), made],
  })
}
