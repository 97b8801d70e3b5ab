/** Pages that content scripts act on (the manifest matches the same). */
const WATCHED = /^https:\/\/www\.kimi\.(?:com|ai)\//

export interface Sender {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly frameId?: number | undefined
}

/** Whether a message comes from our own content script, in the top frame of a page that we watch. */
export const isTrustedSender = ({ id, url, frameId }: Sender, ownId: string): boolean =>
  id === ownId && url !== undefined && WATCHED.test(url) && frameId === 0

/** Who we are: our id, and the address under which our pages lie, which Firefox makes of something else. */
export interface Own {
  readonly ownId: string
  readonly ownPages: string
}

/** Our own pages: the popup and the console. */
export const isOwnPage = ({ id, url }: Sender, { ownId, ownPages }: Own): boolean =>
  id === ownId && url !== undefined && url.startsWith(ownPages)
