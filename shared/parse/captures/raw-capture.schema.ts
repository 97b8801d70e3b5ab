import type { CaptureSource, CaptureVia } from '../../evidence/kinds/capture.ts'
import { z } from '../zod.ts'

const SOURCES = {
  ListUnifiedRequests: true,
  GetSubscriptionStats: true,
  GetUsages: true,
  GetSubscription: true,
  ListDevices: true,
  ListAPIKeys: true,
  ListBalanceActions: true,
  connect_error: true,
  usages: true,
  history_text: true,
  quota_panel: true,
  quota_cards: true,
  told_meters: true,
  membership_text: true,
  device_text: true,
  key_text: true,
  error_text: true,
  kimi_log: true,
  kimi_code_log: true,
  wire_log: true,
  bundle: true,
  unrecognised: true,
} as const satisfies Record<CaptureSource, true>

const VIAS = { page: true, table: true, paste: true, file: true, api: true } as const satisfies Record<
  CaptureVia,
  true
>

/** Whether a name is one of our names for what a capture may be. */
export const isCaptureSource = (name: unknown): name is CaptureSource =>
  typeof name === 'string' && Object.hasOwn(SOURCES, name)

const isCaptureVia = (name: unknown): name is CaptureVia =>
  typeof name === 'string' && Object.hasOwn(VIAS, name)

/** One line of captures that anybody can collect with curl. */
export const rawCaptureSchema = z.looseObject({
  at: z.string('"at" is to be an ISO time with a zone').nullish(),
  source: z.string('"source" is to be a name').nullish(),
  via: z.custom<CaptureVia>(isCaptureVia, '"via" is none of page, table, paste, file, api').nullish(),
  input: z.string('"input" is to be a text').nullish(),
  zone: z.string('"zone" is to be a name').nullish(),
  body: z.unknown(),
})
