import type { OverlayModel } from '../messages/overlay-model.ts'
import { element } from './element.ts'
import { ownWords } from './own-words.ts'
import { renderLane } from './render-lane.ts'
import { renderMeter } from './render-meter.ts'
import { stateOf, type StripAction, type StripView } from './strip-view.ts'

/**
 * The strip for what is known now: a section with its state, the answer, the meters and the last day.
 * Its place gives it a least height that is enough for most of its contents, so that the page seldom moves when they come.
 */
export function renderStrip(page: Document, view: StripView): HTMLElement {
  const { model, collapsed, language, place } = view
  const open = !collapsed || place === 'popup'
  return element(
    page,
    'section',
    {
      'class': `strip${open ? '' : ' collapsed'}`,
      'aria-label': 'Quotascope',
      'tabindex': '-1',
      'lang': language === 'zh' ? 'zh-CN' : 'en',
    },
    renderHeader(page, view, open),
    open ? renderBody(page, view) : null,
    open && model && view.twinOpen ? renderTwin(page, model) : null,
  )
}

function renderHeader(page: Document, view: StripView, open: boolean): HTMLElement {
  const { model, place, collapsed, twinOpen } = view
  const { kind, text } = stateOf(view)
  const words = model?.words
  const move = place === 'pill' && words ? grip(page, words.move) : null
  const buttons = element(
    page,
    'span',
    { class: 'buttons' },
    open && words && place !== 'popup' ? twinButton(page, words, twinOpen) : null,
    open && words && place !== 'popup' ? button(page, 'open', words.open) : null,
    words && place !== 'popup' ? toggleButton(page, words, collapsed) : null,
  )
  return element(
    page,
    'header',
    { class: 'head' },
    move,
    element(page, 'strong', { class: 'title' }, 'Quotascope'),
    element(
      page,
      'span',
      { 'class': 'state', 'data-kind': kind },
      element(page, 'span', { 'class': 'glyph', 'aria-hidden': 'true' }),
      element(page, 'span', { class: 'state-text' }, text),
    ),
    open || !model ? null : summary(page, model),
    open && model ? kept(page, model) : null,
    buttons,
  )
}

function kept(page: Document, model: OverlayModel): HTMLElement {
  return element(
    page,
    'span',
    { class: 'kept' },
    element(page, 'span', { class: 'recording' }, model.recording),
    ...(model.records === '' ? [] : [' · ', element(page, 'span', { class: 'records' }, model.records)]),
  )
}

function renderBody(page: Document, view: StripView): HTMLElement {
  const { model, now, language } = view
  if (!model) return element(page, 'div', { class: 'body waiting' })
  return element(
    page,
    'div',
    { class: 'body' },
    renderWords(page, view, model),
    element(
      page,
      'ul',
      { 'class': 'meters', 'data-count': String(model.meters.length) },
      ...model.meters.map((meter) => renderMeter(page, meter, now, language)),
    ),
    renderLane(page, model.lane, model.words),
  )
}

/** The sentences; the strip grows with them. */
function renderWords(
  page: Document,
  { layout, gone, language, place }: StripView,
  model: OverlayModel,
): HTMLElement {
  const trouble = layout !== null && !gone
  return element(
    page,
    'div',
    { 'class': 'words', 'role': 'group', 'aria-label': model.words.verdict },
    trouble ? element(page, 'p', { class: 'trouble' }, button(page, 'copy', ownWords(language).copy)) : null,
    element(
      page,
      'p',
      { class: 'verdict' },
      ...(model.answer
        ? [
            element(page, 'strong', {}, unbroken(model.answer.state)),
            language === 'zh' ? '' : ' ',
            unbroken(model.answer.rest),
          ]
        : [model.words.noVerdict]),
      model.verdictPlace ? ' ' : null,
      model.verdictPlace ? button(page, 'why', model.words.why) : null,
    ),
    place === 'popup' && model.answer && model.answer.next.length > 0
      ? element(
          page,
          'ul',
          { class: 'next' },
          ...model.answer.next.map((step) => element(page, 'li', {}, step)),
        )
      : null,
    model.device === null ? null : element(page, 'p', { class: 'device' }, model.device),
  )
}

/** A text in which no line ends between a number and its unit. */
const unbroken = (text: string): string => text.replaceAll(/(\d) (?=(?:%|min|h|s|d)(?!\w))/g, '$1\u{A0}')

function renderTwin(page: Document, { lane, words }: OverlayModel): HTMLElement {
  return element(
    page,
    'div',
    { 'class': 'twin-panel', 'role': 'group', 'aria-label': lane.label, 'tabindex': '0' },
    element(page, 'p', { class: 'twin-title' }, lane.label),
    element(page, 'ol', {}, ...lane.twin.map((line) => element(page, 'li', {}, line))),
    button(page, 'twin', words.hideTwin),
  )
}

function button(page: Document, action: StripAction, text: string): HTMLElement {
  return element(page, 'button', { 'class': action, 'type': 'button', 'data-action': action }, text)
}

function toggleButton(page: Document, words: OverlayModel['words'], collapsed: boolean): HTMLElement {
  const made = button(page, 'toggle', collapsed ? words.expand : words.collapse)
  made.setAttribute('aria-expanded', String(!collapsed))
  return made
}

function twinButton(page: Document, words: OverlayModel['words'], open: boolean): HTMLElement {
  const made = button(page, 'twin', words.showTwin)
  made.setAttribute('aria-expanded', String(open))
  return made
}

const grip = (page: Document, label: string): HTMLElement =>
  element(page, 'button', { 'class': 'grip', 'type': 'button', 'aria-label': label, 'title': label })

/** What is left when it is collapsed: the tightest meter. */
function summary(page: Document, { meters, records }: OverlayModel): HTMLElement {
  const tightest = meters.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1))[0]
  const text = tightest ? `${tightest.name}: ${tightest.used}` : records
  return element(page, 'span', { class: 'summary' }, text)
}
