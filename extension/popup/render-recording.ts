import type { ExtensionStatus, KeepTrouble, RecorderView } from '../../shared/recorder/status.ts'
import type { Site } from '../../shared/recorder/sites.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { element } from '../overlay/element.ts'
import type { PopupWords } from './popup-words.ts'

export interface RecordingActions {
  readonly pause: (on: boolean) => void
  readonly record: (site: Site, on: boolean) => void
}

/** Whether things are kept, with the way to pause that, and the recorder of each site. */
export function renderRecording(
  page: Document,
  status: ExtensionStatus,
  words: PopupWords,
  moment: (at: Instant) => string,
  actions: RecordingActions,
): HTMLElement {
  const { settings, health, recorders } = status
  const toggle = element(
    page,
    'button',
    { type: 'button', class: 'pause' },
    settings.paused ? words.goOn : words.pause,
  )
  toggle.addEventListener('click', () => actions.pause(!settings.paused))
  const said = settings.paused ? words.paused : words.keeping
  const trouble = health.trouble && sayTrouble(health.trouble, words)
  return element(
    page,
    'section',
    { class: 'recording' },
    element(page, 'div', { class: 'row' }, element(page, 'p', { role: 'status' }, said), toggle),
    trouble && element(page, 'p', { class: 'trouble', role: 'alert' }, trouble),
    ...recorders.map((recorder) => renderRecorder(page, recorder, words, moment, actions)),
    element(page, 'p', { class: 'explain' }, words.explain),
  )
}

function sayTrouble({ kind }: KeepTrouble, words: PopupWords): string {
  return kind === 'full' || kind === 'newer' ? words[kind] : words.trouble
}

function renderRecorder(
  page: Document,
  recorder: RecorderView,
  words: PopupWords,
  moment: (at: Instant) => string,
  actions: RecordingActions,
): HTMLElement {
  const { site, phase } = recorder
  const box = element(page, 'input', { type: 'checkbox', name: site })
  box.checked = phase !== 'off'
  box.addEventListener('change', () => actions.record(site, box.checked))
  const said = sayPhase(recorder, words, moment)
  const again =
    phase === 'stopped' || phase === 'ready'
      ? element(page, 'button', { type: 'button', class: 'again' }, words.goOn)
      : null
  again?.addEventListener('click', () => actions.record(site, true))
  return element(
    page,
    'div',
    { class: 'row recorder' },
    element(
      page,
      'label',
      {},
      box,
      element(page, 'span', {}, words.record(site)),
      said === null ? null : element(page, 'span', { class: 'said' }, said),
    ),
    again,
  )
}

function sayPhase(
  { phase, reason, due }: RecorderView,
  words: PopupWords,
  moment: (at: Instant) => string,
): string | null {
  switch (phase) {
    case 'off':
      return null
    case 'ready':
      return words.ready
    case 'reading':
      return words.reading
    case 'resting':
      return due === null ? null : words.next(moment(due))
    case 'stopped':
      return words.reason[reason ?? 'user']
  }
}
