import { anything, text, unread } from '../json/leaf.ts'
import { z } from '../zod.ts'

/**
 * These are the names that a device may have (docs/kimi.md#keys-and-devices); the rest is counted by name and its value
 * dropped.
 */
const deviceSchema = z.looseObject({
  id: unread,
  deviceId: unread,
  name: text,
  deviceName: text,
  displayName: text,
  platform: text,
  os: text,
  type: text,
  deviceType: text,
  appVersion: text,
  clientVersion: text,
  version: text,
  lastActiveTime: anything,
  lastLoginTime: anything,
  lastUsedTime: anything,
  updateTime: anything,
  createTime: unread,
})

/** DeviceService/ListDevices. Only the name of the list is public. */
export const deviceListSchema = z.looseObject({
  devices: z.array(deviceSchema.nullish()).nullish(),
  nextPageToken: unread,
})
