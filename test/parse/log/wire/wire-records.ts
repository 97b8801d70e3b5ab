/** The model of Kimi Code as the client names it. */
export const MODEL = 'kimi-code/kimi-for-coding'
/** 2026-08-20T06:53:20Z */
export const T = 1787208800000

export const request = (time: number, more: object = {}) =>
  JSON.stringify({
    type: 'llm.request',
    kind: 'loop',
    provider: 'kimi',
    model: 'kimi-for-coding',
    turnStep: '0.1',
    ...more,
    time,
  })
export const used = (time: number, more: object = {}) =>
  JSON.stringify({
    type: 'usage.record',
    model: MODEL,
    usage: { inputOther: 1, output: 2, inputCacheRead: 3, inputCacheCreation: 4 },
    usageScope: 'turn',
    ...more,
    time,
  })
