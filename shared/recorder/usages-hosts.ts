/** The two services that take a key (KIMI.md 1). */
export const USAGES_HOSTS = ['api.kimi.com', 'api.kimi.ai'] as const
export type UsagesHost = (typeof USAGES_HOSTS)[number]
