import type { CaptureSource } from '../../../shared/evidence/kinds/capture.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { z } from '../../../shared/parse/zod.ts'
import type { LastCapture } from '../../../shared/recorder/status.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'

const schema: z.ZodType<Readonly<Record<string, { readonly at: number; readonly rows: number }>>> = z.record(
  z.string(),
  z.object({ at: z.number(), rows: z.number() }),
)
const kept = (area: StorageArea) => storedValue(area, 'lastCaptures', schema, {})

/** Notes when a kind of capture last came in, and how many rows it had. */
export async function noteLastCapture(
  area: StorageArea,
  source: CaptureSource,
  at: Instant,
  { captures }: Evidence,
): Promise<void> {
  const rows = captures.reduce((sum, capture) => sum + capture.rows, 0)
  await kept(area).change((known) => ({ ...known, [source]: { at, rows } }))
}

/** The newest capture of each kind, newest first. */
export async function lastCaptures(area: StorageArea): Promise<readonly LastCapture[]> {
  const known = Object.entries(await kept(area).read())
  return known
    .map(([source, { at, rows }]) => ({ source, at: instant(at), rows }))
    .toSorted((a, b) => b.at - a.at)
}
