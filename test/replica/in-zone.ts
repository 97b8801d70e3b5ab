/**
 * A browser that sits in a zone. Playwright tells each page its zone once it has been opened: the service worker is no page,
 * and a page that the extension opens may have asked for the zone before it is told. The environment holds for all.
 */
export const inZone = (zone: string) => ({
  timezoneId: zone,
  env: { ...process.env, TZ: zone },
})
