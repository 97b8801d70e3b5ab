import { anything, text } from '../leaf.ts'
import { z } from '../zod.ts'

/**
 * DeviceService/ListDevices. Only the name of the list is public (KIMI.md 2.6): these are the names that such elements
 * may have, the rest is counted by name and its value dropped.
 */
export const deviceListSchema = z.looseObject({
  devices: z
    .array(
      z
        .looseObject({
          id: anything,
          deviceId: anything,
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
          createTime: anything,
        })
        .nullish(),
    )
    .nullish(),
  nextPageToken: anything,
})
