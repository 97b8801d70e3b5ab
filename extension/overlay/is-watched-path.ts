/** The console and the membership page (KIMI.md 3.1). */
export const isWatchedPath = (pathname: string): boolean => /^\/(?:code|membership)(?:\/|$)/.test(pathname)
