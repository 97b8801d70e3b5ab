/** The two services that take a key (docs/kimi.md#usages). */
export const USAGES_HOSTS = ['api.kimi.com', 'api.kimi.ai'] as const
export type UsagesHost = (typeof USAGES_HOSTS)[number]
