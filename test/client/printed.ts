import { z } from 'zod'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import type { QuotaSnapshot } from '../../shared/evidence/kinds/quota-snapshot.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { classOf, isTextName, TEXTS } from './texts.ts'
import { refusalsOf, type Truth } from './truth.ts'

/** A window of the client that shows its usage panel, and what the service said of the meters at that moment. */
export const panelSchema = z.object({
  columns: z.int(),
  screen: z.string(),
  usages: z.record(z.string(), z.unknown()),
})

export type Panel = z.output<typeof panelSchema>

const read = (input: string, body: string): Evidence =>
  parseInput({ at: null, via: 'paste', input, source: null, body }, { zone: UNKNOWN_ZONE }).evidence

/** As a user pastes it. */
export const readPrinted = (text: string): Evidence => read('screen', text)

/**
 * What differs between the refusals that stand in a text that a client printed and those that are read in it. It says no
 * times, and nothing of most that were repeated.
 */
export function printedDifferences(truth: Truth, text: string): readonly string[] {
  const refused = new Set(refusalsOf(truth).map(({ refused: name = '' }) => name))
  const printed = squeeze(text)
  const stands = [...refused].filter(
    (name) => isTextName(name) && printed.includes(squeeze(TEXTS[name].message)),
  )
  const isRead = new Set(readPrinted(text).errors.map(({ errorClass }) => errorClass))
  const were = new Set([...refused].map(classOf))
  return [
    ...new Set([
      ...stands.flatMap((name) => {
        const right = classOf(name)
        return right === null || isRead.has(right) ? [] : [`printed, and not read: ${right}`]
      }),
      ...[...isRead].filter((each) => !were.has(each)).map((each) => `printed, and read as ${each}`),
    ]),
  ]
}

/** Windows break lines within words, and draw frames beside them. */
export const squeeze = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '')

/**
 * What differs between what the last panel on a screen shows and what the service said of the meters. A narrow window ends
 * each row in dots: what it does not show is not to be read.
 */
export function panelDifferences({ columns, screen, usages }: Panel): readonly string[] {
  const panels = screen.split(/(?=╭ Usage ─)/).slice(1)
  const last = panels.at(-1) ?? ''
  const [panel] = readPrinted(last).snapshots
  const [said] = read('usages.json', JSON.stringify(usages)).snapshots
  if (!panel || !said) return [`${columns} columns: no reading of the panel`]
  const right = usedOf(said)
  const shown = [...last.matchAll(/(5h|Weekly|Monthly) limit .* (\d+)% used/g)]
  const meters = [...usedOf(panel)]
  const readings = readPrinted(screen).snapshots.length
  // Two panels that show the same are one reading.
  const all = new Set(
    panels.map((text) => (text.match(/\d+% used(?:  resets in .*)?|code \d+%/g) ?? []).join()),
  ).size
  return [
    readings === all ? null : `${readings} readings of ${all} panels`,
    // Kimi Code's part of the month has a line of its own, which no window is too narrow for.
    meters.length === shown.length + 1 ? null : `${meters.length} meters, and ${shown.length + 1} are shown`,
    ...meters
      .filter(([name, used]) => Math.abs(used - (right.get(name) ?? Number.POSITIVE_INFINITY)) >= WHOLE)
      .map(([name, used]) => `${name} is read as ${used} %, and was ${right.get(name)} %`),
  ].flatMap((difference) => (difference === null ? [] : [`${columns} columns: ${difference}`]))
}

/** The panel shows whole percents. */
const WHOLE = 1

const usedOf = ({ meters }: QuotaSnapshot): ReadonlyMap<string, number> =>
  new Map(
    meters.flatMap(({ window, pool, usedPercent }) =>
      usedPercent === null ? [] : [[`${window} ${pool ?? ''}`.trim(), usedPercent] as const],
    ),
  )
