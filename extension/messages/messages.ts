import type { ReadMethod } from '../content/read-methods.ts'
import type { ExtensionStatus } from '../../shared/recorder/status.ts'
import type { Language } from '../../shared/time/format.ts'
import type { ConsolePlace } from './console-place.ts'
import type { Look, Viewport } from './look.ts'
import type { TableSource } from './table-source.ts'
import type { OverlayModel } from './overlay-model.ts'

/** What a content script may ask of the service worker: a closed list (docs/threat-model.md). */
export type Message =
  | {
      readonly kind: 'capture'
      readonly id: string
      readonly at: number
      /** What the content script calls the page that it runs in: a reload is another one. */
      readonly page?: string
      readonly method: ReadMethod
      readonly body: string
    }
  | {
      /** What the page shows, where its own answers could not be had. */
      readonly kind: 'table'
      readonly id: string
      readonly at: number
      readonly page?: string
      /** False for rows that were not seen from the beginning of their list: then `at` says nothing about newer ones. */
      readonly fromTop: boolean
      readonly source: TableSource
      /** The zone of the browser, in which the page prints its times. */
      readonly zone: string
      readonly body: string
    }
  /** The service refused a call of the page's own. */
  | { readonly kind: 'call_refused'; readonly method: ReadMethod; readonly status: number }
  /** The page asks to sign in. */
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'refused'; readonly count: number }
  | { readonly kind: 'overlay'; readonly language: Language }
  | { readonly kind: 'open_console'; readonly place?: ConsolePlace }
  | { readonly kind: 'look'; readonly viewport: Viewport }
  | { readonly kind: 'keep_look'; readonly viewport: Viewport; readonly look: Look }

/** The answer to a message. A worker that was killed in between may also answer `undefined`: that is no answer. */
export type Reply =
  | {
      readonly ok: true
      readonly overlay?: OverlayModel
      readonly look?: Look | null
      readonly status?: ExtensionStatus
      /** Of a capture: it was an answer of the kind that it claims to be, and could be read. */
      readonly understood?: boolean
    }
  /** `again`: it could not be kept now (a full disk, say), so keep it and come back; otherwise it never will be. */
  | { readonly ok: false; readonly again: boolean; readonly reason: string }

export const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
