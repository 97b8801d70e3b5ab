/** The two consoles (docs/kimi.md#hosts); each is switched on by itself. */
export const SITES = ['www.kimi.com', 'www.kimi.ai'] as const
export type Site = (typeof SITES)[number]

/** The page that the recorder opens and reloads. */
export const consoleAddress = (site: Site): string => `https://${site}/code/console`

/** The site of an address; null for any other. */
export function siteOf(address: string): Site | null {
  return SITES.find((site) => address.startsWith(`https://${site}/`)) ?? null
}
