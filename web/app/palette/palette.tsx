import { Command } from 'cmdk'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { isSharedHistory } from '../../../shared/evidence/shared-history.ts'
import { historyQuestion } from '../../data/questions/history-question.ts'
import { incidentsQuestion } from '../../data/questions/incidents/incidents-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { VIEWS, type Place } from '../../state/place.ts'
import { showHistory, usePreferences } from '../../state/preferences.ts'
import { useUndoStack } from '../../state/undo-stack.ts'
import { goTo } from '../../state/use-place.ts'
import { useZone } from '../../state/use-zone.ts'
import { THEMES } from '../../theme/theme.ts'
import { VIEW_ICONS } from '../views.ts'
import { timePlaces } from './palette-items.ts'
import './palette.css'

/** More than anybody looks through; a time or a cause narrows them. */
const NEWEST = { offset: 0, count: 50 }

interface PaletteProps {
  readonly onClose: () => void
  readonly onKeys: () => void
}

/** Everything that can be gone to or done, by typing part of its name: views, times, incidents, actions. */
export function Palette({ onClose, onKeys }: PaletteProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  // after the dialog, which gives the focus to its first control
  useEffect(() => input.current?.focus(), [])
  const run = (act: () => void) => {
    onClose()
    act()
  }
  const go = (to: Partial<Place>) => run(() => goTo(to))
  return (
    <Dialog title={t('palette.title')} onClose={onClose}>
      <Command className="palette" label={t('palette.title')} loop>
        <Command.Input
          ref={input}
          className="field-control"
          placeholder={t('palette.placeholder')}
          value={typed}
          onValueChange={setTyped}
        />
        <Command.List className="palette-list" label={t('palette.results')}>
          <Times typed={typed} go={go} />
          <Command.Group heading={t('palette.goTo')}>
            {VIEWS.map((view) => {
              const Icon = VIEW_ICONS[view]
              return (
                <Item key={view} value={`view ${t(`nav.${view}`)}`} onSelect={() => go({ view })}>
                  <Icon aria-hidden="true" />
                  {t(`nav.${view}`)}
                </Item>
              )
            })}
          </Command.Group>
          <Incidents go={go} />
          <Actions run={run} onKeys={onKeys} />
        </Command.List>
        {/* beside the list: in it only options may stand */}
        <Command.Empty className="muted">{t('palette.none')}</Command.Empty>
      </Command>
    </Dialog>
  )
}

interface ItemProps {
  /** What is searched, beside what is shown; unique in the list. */
  readonly value: string
  readonly onSelect: () => void
  readonly children: ReactNode
}

const Item = ({ value, onSelect, children }: ItemProps) => (
  <Command.Item className="palette-item" value={value} onSelect={onSelect}>
    {children}
  </Command.Item>
)

interface GoProps {
  readonly go: (to: Partial<Place>) => void
}

function Times({ typed, go }: GoProps & { readonly typed: string }) {
  const t = useText()
  const history = useAnswer(historyQuestion, { clock: null, buckets: 1 }).value
  const places = timePlaces(typed, history?.days.at(-1) ?? null)
  if (places.length === 0) return null
  return (
    <Command.Group heading={t('palette.time')} forceMount>
      {places.map(({ what, to }) => (
        <Item key={what} value={`${typed} ${what}`} onSelect={() => go(to)}>
          {t(`palette.${what}`, { time: typed.trim() })}
        </Item>
      ))}
    </Command.Group>
  )
}

function Incidents({ go }: GoProps) {
  const t = useText()
  const language = useLanguage()
  const wording = useWording()
  const zone = useZone()
  const page = useAnswer(incidentsQuestion, { filter: {}, language, wanted: null, stretch: NEWEST }).value
  if (!page || page.entries.length === 0) return null
  return (
    <Command.Group heading={t('nav.incidents')}>
      {page.entries.map(({ id, block, leading }) => {
        const text = `${wording.block(block, zone)} · ${wording.cause(leading)}`
        return (
          <Item
            key={id}
            value={`${text} ${id}`}
            onSelect={() => go({ view: 'incidents', incident: id, part: null })}
          >
            {text}
          </Item>
        )
      })}
    </Command.Group>
  )
}

interface ActionsProps {
  readonly run: (act: () => void) => void
  readonly onKeys: () => void
}

function Actions({ run, onKeys }: ActionsProps) {
  const t = useText()
  const { account, ownAccount, set } = usePreferences()
  const last = useUndoStack((state) => state.done.at(-1))
  const places: readonly (readonly [string, Partial<Place>])[] = [
    [t('palette.support'), { view: 'hand-on', part: 'package' }],
    ...(isSharedHistory(account) ? [] : [[t('palette.move'), { view: 'hand-on', part: 'backup' }] as const]),
    [t('firstRun.sample'), { view: 'bring-in', part: 'sample' }],
    [t('erase.button'), { view: 'settings' }],
  ]
  return (
    <Command.Group heading={t('palette.do')}>
      {last ? (
        <Item value={`undo ${last.text}`} onSelect={() => run(() => void useUndoStack.getState().undo())}>
          {t('palette.undo', { what: last.text })}
        </Item>
      ) : null}
      {isSharedHistory(account) ? (
        <Item value={t('shared.back')} onSelect={() => run(() => showHistory(ownAccount))}>
          {t('shared.back')}
        </Item>
      ) : null}
      {places.map(([name, to]) => (
        <Item key={name} value={name} onSelect={() => run(() => goTo(to))}>
          {name}
        </Item>
      ))}
      {THEMES.map((theme) => (
        <Item key={theme} value={`theme ${theme}`} onSelect={() => run(() => set({ theme }))}>
          {t('palette.theme', { theme: t(`settings.themes.${theme}`) })}
        </Item>
      ))}
      <Item value={t('palette.keys')} onSelect={() => run(onKeys)}>
        {t('palette.keys')}
      </Item>
    </Command.Group>
  )
}
