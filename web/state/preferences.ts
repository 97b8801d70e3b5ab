import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { isProvisional } from '../../shared/evidence/provisional-account.ts'
import { z } from '../../shared/parse/zod.ts'
import { readZone, UNKNOWN_ZONE, type Zone } from '../../shared/time/zone.ts'
import { LANGUAGES, type LanguageChoice } from '../locales/language.ts'
import { THEMES, type Theme } from '../theme/theme.ts'

/** What the reader settled on; kept in this browser only. */
export interface Preferences {
  /** The zone of evidence that names none. */
  readonly zone: Zone
  readonly language: LanguageChoice
  readonly theme: Theme
  /** Whose evidence is shown; accounts are never mixed (docs/verdicts.md#accounts). */
  readonly account: string
  /** Columns of the rows of history that are left out. */
  readonly hiddenColumns: readonly string[]
}

interface PreferencesState extends Preferences {
  readonly set: (change: Partial<Preferences>) => void
}

export const UNASSIGNED = 'unassigned'
const DEFAULTS: Preferences = {
  zone: UNKNOWN_ZONE,
  language: 'system',
  theme: 'system',
  account: UNASSIGNED,
  hiddenColumns: [],
}

const KEY = 'quotascope.preferences'

const Zoned = z.string().transform((text): Zone => readZone(text) ?? UNKNOWN_ZONE)

/** What storage gives back is outside data: a field that cannot be read falls back, the others stay. */
const Stored = z.object({
  zone: Zoned.catch(DEFAULTS.zone),
  language: z.enum(['system', ...LANGUAGES]).catch(DEFAULTS.language),
  theme: z.enum(THEMES).catch(DEFAULTS.theme),
  account: z.string().min(1).catch(DEFAULTS.account),
  hiddenColumns: z.array(z.string()).readonly().catch([]),
})

/** Reads kept preferences; whatever is not an object gives the defaults. */
export const readPreferences = (kept: unknown): Preferences => Stored.catch(DEFAULTS).parse(kept)

export const usePreferences = create<PreferencesState>()(
  persist((set) => ({ ...DEFAULTS, set: (change) => set(change) }), {
    name: KEY,
    storage: createJSONStorage(() => window.localStorage),
    merge: (kept, current) => ({ ...current, ...readPreferences(kept) }),
  }),
)

/**
 * What a host that records by itself knows before the reader has settled anything: whose evidence it keeps, and the zone
 * that the reader sits in, since its evidence is in UTC. A provisional account is settled by nobody: what it held has moved.
 */
export function showAccountAtFirst(account: string, zone: Zone): void {
  const state = usePreferences.getState()
  if (state.account !== UNASSIGNED && !isProvisional(state.account)) return
  state.set({ account, zone: state.zone === UNKNOWN_ZONE ? zone : state.zone })
}

function readAgain(event: StorageEvent): void {
  if (event.key === KEY) void usePreferences.persist.rehydrate()
}

/** A second tab that changes a preference changes it here too. Returns how to stop. */
export function followOtherTabs(): () => void {
  window.addEventListener('storage', readAgain)
  return () => window.removeEventListener('storage', readAgain)
}
