import { localOf } from './local-time.ts'
import type { Observer } from '../observe/observer.ts'
import { rowsOf, type Row } from '../observe/rows.ts'
import type { Random } from '../random.ts'
import type { World } from '../world/run.ts'
import { captureLine, isoOf, type CaseFile } from './case-file.ts'

/** The console lists the newest hundred (docs/kimi.md#history). */
const PAGE = 100
/** A page is looked at when so many rows are new: two pages that follow each other overlap. */
const NEW_ROWS = [50, 90] as const
/** Of a history that is looked at now and then, so many pages. */
const FEW_PAGES = 4

/** Pages of the usage history: bodies of the service with their moments, or tables as they are copied from the page. */
export function historyFiles(world: World, observer: Observer, random: Random): readonly CaseFile[] {
  const rows = rowsOf(
    world.calls.filter(({ start }) => start <= observer.until),
    observer,
    world.scenario.zone,
  )
  const pages = pageMoments(rows, observer, random)
    .map((at) => ({
      at,
      page: rows
        .filter((row) => row.appears <= at)
        .slice(-PAGE)
        .toReversed(),
    }))
    .filter(({ page }) => page.length > 0)
  if (observer.clock === 'utc') {
    const lines = pages.map(({ at, page }) =>
      captureLine(at + observer.readerAhead, 'ListUnifiedRequests', { requests: page.map(requestOf) }),
    )
    const shown = new Set(pages.flatMap(({ page }) => page.map(({ call }) => call)))
    const refused = [...shown].filter(({ refusal }) => refusal !== null)
    return lines.length === 0 ? [] : [{ name: 'history.ndjson', text: lines.join(''), rows: refused }]
  }
  return pages.map(({ page }, index) => ({
    name: `history-${index + 1}.txt`,
    text: page.map((row) => `${tableRow(row, world)}\n`).join(''),
  }))
}

function pageMoments(rows: readonly Row[], { pages, until }: Observer, random: Random): readonly number[] {
  if (pages === 'once') return [until]
  const moments: number[] = []
  if (pages === 'always_open')
    for (let seen = 0; seen < rows.length; seen += random.whole(...NEW_ROWS))
      moments.push((rows[seen]?.appears ?? until) + 1)
  else for (let n = 0; n < FEW_PAGES; n += 1) moments.push(random.between(rows[0]?.appears ?? until, until))
  return [...moments, until].toSorted((a, b) => a - b)
}

/** A row in the fields of the service (docs/kimi.md#history). */
const requestOf = ({ call: { refusal }, stamp, record }: Row) => ({
  ...(record.requestId === null ? {} : { requestId: record.requestId }),
  requestTime: isoOf(stamp - (stamp % 1000)),
  httpStatusCode: refusal?.wording.status ?? 200,
  success: refusal === null,
  userAgent: record.userAgent,
  callType: 'Model Inference',
  modelDisplayName: 'kimi-for-coding',
  ...(record.source.kind === 'api_key' ? { apiKey: { name: record.source.name } } : {}),
})

/** A row as the page prints it, in the wall clock of its reader. */
function tableRow({ call: { refusal, caller }, stamp }: Row, { scenario }: World): string {
  const who = caller.apiKey ?? 'Login Device'
  return `${who} ${caller.userAgent} ${localOf(stamp, scenario.zone, '/')} ${refusal ? 'Failed' : 'Success'}`
}
