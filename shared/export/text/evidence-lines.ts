import type { Concluded } from '../../analyse/analysis.ts'
import { listErrors } from '../../analyse/views/error-list.ts'
import { listReadings } from '../../analyse/views/reading-list.ts'
import { isExample } from '../../evidence/example.ts'
import type { Wording } from '../../wording/wording.ts'
import { errorAbout, meterText, timeText } from '../evidence-text.ts'

/** One line for each error text, newest first: when, its status, what it names, and what it says. */
export function errorTexts(analysis: Concluded, wording: Wording): readonly string[] {
  const { report } = analysis
  const comma = wording.label('comma')
  return listErrors(analysis)
    .toReversed()
    .map((listed) => {
      const named = listed.names.map((cause) => wording.cause(cause)).join(' / ')
      const about = [...errorAbout(listed, report, wording), ...(named === '' ? [] : [named])]
      return `${about.join(comma)}: ${listed.error.message}`
    })
}

/** One line for each reading of the meters, newest first: when it was taken, and each meter with its reset. */
export function readingTexts(analysis: Concluded, wording: Wording): readonly string[] {
  const { report } = analysis
  return listReadings(analysis)
    .toReversed()
    .map(({ snapshot, time }) => {
      const meters = snapshot.meters.map((meter) => meterText(meter, report, wording))
      const example = isExample(snapshot) ? ` (${wording.label('example')})` : ''
      return `${timeText(time, report, wording)}${example}: ${meters.join(wording.label('semicolon'))}`
    })
}
