import type { FieldKind, FieldRow } from '../field-row.ts'

const LOAD =
  "Error code: 429 - {'error': {'message': 'The engine is currently overloaded, please try again later'}}"
const LIMIT = "turn.failed 403 You've reached your 5-hour usage limit."

/** The refusal is of 17:22:37 by UTC, whatever zone is said of all inputs. */
const row = (name: string, text: string, at: string = '2026-08-20T17:22:37Z'): FieldRow => ({
  name,
  text,
  zone: '+08:00',
  right: { errors: [{ at }] },
})

export const field: FieldKind = {
  kind: 'times of which the text says in which zone they are',
  rows: [
    row('by the head of a column', `| time (UTC) | event |\n|---|---|\n| 2026-08-20 17:22:37 | ${LIMIT} |\n`),
    row(
      'by a head with an offset',
      `| when (UTC+3) | event |\n|---|---|\n| 2026-08-20 20:22:37 | ${LIMIT} |\n`,
    ),
    row(
      'by a head in Chinese',
      `| 时间（北京时间） | 事件 |\n|---|---|\n| 2026-08-21 01:22:37 | ${LIMIT} |\n`,
    ),
    row(
      'by a head that begins with it',
      `| UTC time | event |\n|---|---|\n| 2026-08-20 17:22:37 | ${LIMIT} |\n`,
    ),
    row('by a sentence above', `Kimi Code, all times are in UTC.\n\n2026-08-20 17:22:37 ${LOAD}\n`),
    row('by a sentence below', `2026-08-20 17:22:37 ${LOAD}\n\n(Kimi Code; timestamps UTC)\n`),
    row('by a zone with rules', `Times below are Europe/Berlin.\n\n2026-08-20 19:22:37 kimi: ${LOAD}\n`),
    row('by a sentence in Chinese', `以下时间均为北京时间\n\n2026-08-21 01:22:37 ${LOAD}\n`),
    {
      name: 'of rows of the history',
      text: 'Device | Time (UTC) | Status\nLogin Device KimiCLI/1.30.0 Model Inference 2026-04-10 15:41:12 Failed\n',
      zone: '+08:00',
      right: { records: 1, incidents: [{ from: '2026-04-10T15:41:12Z' }] },
    },
    row(
      'but what names its own zone keeps it',
      `All times are in UTC.\n\n2026-08-20T20:22:37+03:00 ${LOAD}\n`,
    ),
    row(
      'but not below the table that its head is of',
      `| time (UTC) | note |\n|---|---|\n| 2026-08-19 10:00:00 | all well |\n\n2026-08-21 01:22:37 ${LOAD}\n`,
    ),
    row(
      'but not how often something happened',
      `Kimi failed 3 times UTC morning.\n\n2026-08-21 01:22:37 ${LOAD}\n`,
    ),
    row('but not where it is asked', `Are the times in UTC? Who knows.\n\n2026-08-21 01:22:37 ${LOAD}\n`),
    row(
      'but not where two things are said',
      `The times are in UTC.\nThe times are in UTC+3.\n\n2026-08-21 01:22:37 ${LOAD}\n`,
    ),
  ],
}
