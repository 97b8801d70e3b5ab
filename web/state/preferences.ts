import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { isProvisional } from '../../shared/evidence/provisional-account.ts'
import { isSharedHistory } from '../../shared/evidence/shared-history.ts'
import { z } from '../../shared/parse/zod.ts'
import { readZone, UNKNOWN_ZONE, type Zone } from '../../shared/time/zone.ts'
import { LANGUAGES, type LanguageChoice } from '../locales/language.ts'
import { THEMES, type Theme } from '../theme/theme.ts'

/** What the reader settled on; kept in this browser only. */
export interface Preferences {
  /** The zone of evidence of one's own that names none. */
  readonly zone: Zone
  /** That of each history that somebody shared: where they sat is another question than where the reader sits. */
  readonly sharedZones: Readonly<Record<string, Zone>>
  readonly language: LanguageChoice
  readonly theme: Theme
  /** Whose evidence is shown; accounts are never mixed (docs/verdicts.md#accounts). */
  readonly account: string
  /** The account of one's own that was shown last, while a shared history is shown. */
  readonly ownAccount: string
  /** Columns of the rows of history that are left out. */
  readonly hiddenColumns: readonly string[]
}

interface PreferencesState extends Preferences {
  readonly set: (change: Partial<Preferences>) => void
}

export const UNASSIGNED = 'unassigned'
const DEFAULTS: Preferences = {
  zone: UNKNOWN_ZONE,
  sharedZones: {},
  language: 'system',
  theme: 'system',
  account: UNASSIGNED,
  ownAccount: UNASSIGNED,
  hiddenColumns: [],
}

const KEY = 'quotascope.preferences'

const Zoned = z.string().transform((text): Zone => readZone(text) ?? UNKNOWN_ZONE)

/** What storage gives back is outside data: a field that cannot be read falls back, the others stay. */
const Stored = z.object({
  zone: Zoned.catch(DEFAULTS.zone),
  sharedZones: z.record(z.string(), Zoned).catch({}),
  language: z.enum(['system', ...LANGUAGES]).catch(DEFAULTS.language),
  theme: z.enum(THEMES).catch(DEFAULTS.theme),
  account: z.string().min(1).catch(DEFAULTS.account),
  ownAccount: z.string().min(1).catch(DEFAULTS.ownAccount),
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
  const own = accountForImports(state)
  if (own !== UNASSIGNED && !isProvisional(own)) return
  const settled = state.zone === UNKNOWN_ZONE ? zone : state.zone
  state.set({ [own === state.account ? 'account' : 'ownAccount']: account, zone: settled })
}

/** The account of one's own: what is imported goes there, also while a shared history is shown. */
export const accountForImports = ({ account, ownAccount }: Preferences): string =>
  isSharedHistory(account) ? ownAccount : account

/** The zone that was settled for what is shown. */
export const settledZone = ({ account, zone, sharedZones }: Preferences): Zone =>
  isSharedHistory(account) ? (sharedZones[account] ?? UNKNOWN_ZONE) : zone

/** Settles the zone of what is shown. */
export function settleZone(zone: Zone): void {
  const { account, sharedZones, set } = usePreferences.getState()
  set(isSharedHistory(account) ? { sharedZones: { ...sharedZones, [account]: zone } } : { zone })
}

/** Shows another history, and remembers which of one's own was shown. */
export function showHistory(account: string): void {
  const state = usePreferences.getState()
  state.set({ account, ownAccount: accountForImports(state) })
}

function readAgain(event: StorageEvent): void {
  if (event.key === KEY) void usePreferences.persist.rehydrate()
}

/** A second tab that changes a preference changes it here too. Returns how to stop. */
export function followOtherTabs(): () => void {
  window.addEventListener('storage', readAgain)
  return () => window.removeEventListener('storage', readAgain)
}
