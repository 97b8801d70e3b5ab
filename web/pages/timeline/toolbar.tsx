import { ChevronsLeft, ChevronsRight, CircleHelp, ZoomIn, ZoomOut } from 'lucide-react'
import type { Span } from '../../../shared/time/span.ts'
import type { Frame } from '../../data/frame.ts'
import type { History } from '../../data/questions/history-question.ts'
import { jumpQuestion, type Jumps } from '../../data/questions/jump-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useAskOnce } from '../../data/use-ask-once.ts'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { goTo } from '../../state/use-place.ts'
import { rangeAroundBlock } from './blocks/range-around-block.ts'
import type { Stage } from './stage/stage.ts'
import { asSpan, clampView, zoomAbout } from './view/view.ts'
import { PRESETS, presetOf, presetSpan } from './view/presets.ts'
import './toolbar.css'

interface ToolbarProps {
  readonly stage: Stage
  readonly frame: Frame
  readonly shown: Span
  readonly bounds: Span
  readonly history: History
}

/** How much is shown, in one press; nearer and further; from incident to incident; and how it is done without buttons. */
export function Toolbar({ stage, frame, shown, bounds, history }: ToolbarProps) {
  const t = useText()
  const middle = (shown.from + shown.to) / 2
  const all = history.extent ?? bounds
  const current = presetOf(shown, frame.zone, all)
  const zoom = (factor: number) => {
    stage.move(clampView(zoomAbout(stage.view(), (stage.view().from + stage.view().to) / 2, factor), bounds))
  }
  return (
    <div className="timeline-toolbar" role="toolbar" aria-label={t('timeline.toolbar')}>
      <fieldset className="presets" aria-label={t('timeline.presets')}>
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={preset === current}
            onClick={() => goTo({ range: presetSpan(preset, middle, frame.zone, all) })}
          >
            {t(`timeline.preset.${preset}`)}
          </button>
        ))}
      </fieldset>
      <div className="toolbar-group">
        <Button
          aria-label={t('timeline.zoomOut')}
          icon={<ZoomOut aria-hidden="true" />}
          onClick={() => zoom(2)}
        />
        <Button
          aria-label={t('timeline.zoomIn')}
          icon={<ZoomIn aria-hidden="true" />}
          onClick={() => zoom(0.5)}
        />
      </div>
      <IncidentJumps shown={shown} clock={history.clock} />
      <TimelineHelp />
    </div>
  )
}

interface IncidentJumpsProps {
  readonly shown: Span
  readonly clock: History['clock']
}

/** From what is shown to the incident before it, and to the one after. */
function IncidentJumps({ shown, clock }: IncidentJumpsProps) {
  const t = useText()
  const ask = { clock, middle: (shown.from + shown.to) / 2 }
  const { value: jumps } = useAnswer(jumpQuestion, ask)
  const askOnce = useAskOnce()
  // Asked again when pressed: a second press may come before the answer to the first place.
  const jump = async (side: keyof Jumps) => {
    const block = (await askOnce(jumpQuestion, ask))[side]
    if (block) goTo({ range: asSpan(rangeAroundBlock(block, shown)) })
  }
  return (
    <div className="toolbar-group">
      <Button
        disabled={!jumps?.before}
        icon={<ChevronsLeft aria-hidden="true" />}
        onClick={() => void jump('before')}
        aria-label={t('timeline.incidentBefore')}
      />
      <span className="toolbar-word" aria-hidden="true">
        {t('timeline.incident')}
      </span>
      <Button
        disabled={!jumps?.after}
        icon={<ChevronsRight aria-hidden="true" />}
        onClick={() => void jump('after')}
        aria-label={t('timeline.incidentAfter')}
      />
    </div>
  )
}

const HELP = [
  'wheel',
  'sideways',
  'drag',
  'shiftDrag',
  'pinch',
  'arrows',
  'plus',
  'home',
  'tab',
  'brush',
] as const

/** How it is all done without buttons. */
function TimelineHelp() {
  const t = useText()
  return (
    <details className="timeline-help">
      <summary>
        <CircleHelp aria-hidden="true" />
        {t('timeline.help')}
      </summary>
      <dl>
        {HELP.map((what) => (
          <div key={what}>
            <dt>{t(`timeline.helpKeys.${what}`)}</dt>
            <dd>{t(`timeline.helpText.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
