import type { Language } from '../../shared/time/format.ts'
import type { OverlayModel } from '../messages/overlay-model.ts'
import { element } from './element.ts'
import { renderLane } from './render-lane.ts'
import { renderMeter } from './render-meter.ts'

export interface StripView {
  readonly model: OverlayModel | null
  readonly gone: boolean
  readonly collapsed: boolean
  readonly language: Language
  readonly docked: boolean
}

export interface StripActions {
  readonly toggle: (collapsed: boolean) => void
  /** Null where the console has a button of its own (the popup). */
  readonly open: (() => void) | null
}

const GONE = {
  en: 'Quotascope was updated. Reload the page to go on recording.',
  zh: 'Quotascope 已更新。请重新加载页面以继续记录。',
} as const
const STARTING = { en: 'Quotascope is starting', zh: 'Quotascope 正在启动' } as const

/** The strip for what is known now: a section with meters, the last day, the last verdict, and how much is kept. */
export function renderStrip(page: Document, view: StripView, actions: StripActions): HTMLElement {
  const { model, gone, language } = view
  if (gone || !model) {
    const text = gone ? GONE[language] : STARTING[language]
    return section(page, view, element(page, 'p', { class: 'state', role: 'status' }, text))
  }
  if (view.collapsed)
    return section(page, view, toggleButton(page, view, model, actions), summary(page, model))
  return section(
    page,
    view,
    element(
      page,
      'header',
      {},
      element(page, 'strong', { class: 'title' }, model.words.title),
      element(page, 'span', { class: 'state', role: 'status' }, model.state),
      element(page, 'span', { class: 'records' }, model.records),
      actions.open && openButton(page, model, actions.open),
      toggleButton(page, view, model, actions),
    ),
    element(page, 'ul', { class: 'meters' }, ...model.meters.map((meter) => renderMeter(page, meter))),
    renderLane(page, model.lane, model.laneLabel),
    model.verdict === null ? null : element(page, 'p', { class: 'verdict' }, model.verdict),
  )
}

const section = (page: Document, view: StripView, ...children: readonly (Node | null)[]): HTMLElement =>
  element(
    page,
    'section',
    {
      'class': view.collapsed ? 'strip collapsed' : 'strip',
      'aria-label': view.model?.words.title ?? 'Quotascope',
      'lang': view.language === 'zh' ? 'zh-CN' : 'en',
    },
    ...children,
  )

function toggleButton(
  page: Document,
  { collapsed }: StripView,
  model: OverlayModel,
  actions: StripActions,
): HTMLElement {
  const word = collapsed ? model.words.expand : model.words.collapse
  const button = element(
    page,
    'button',
    { 'type': 'button', 'class': 'toggle', 'aria-expanded': String(!collapsed) },
    word,
  )
  button.addEventListener('click', () => actions.toggle(!collapsed))
  return button
}

function openButton(page: Document, { words }: OverlayModel, open: () => void): HTMLElement {
  const button = element(page, 'button', { type: 'button', class: 'open' }, words.open)
  button.addEventListener('click', open)
  return button
}

/** What is left when it is collapsed: the tightest meter. */
function summary(page: Document, { meters, records }: OverlayModel): HTMLElement {
  const tightest = meters.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1))[0]
  const text = tightest ? `${tightest.name}: ${tightest.used}` : records
  return element(page, 'span', { class: 'summary' }, text)
}
