import type { Language } from '../../shared/time/format.ts'

/** The words of strip and popup that are not verdicts (those are in shared/wording). */
export interface OverlayWords {
  readonly title: string
  readonly open: string
  readonly collapse: string
  readonly expand: string
  readonly recording: string
  readonly waiting: string
  readonly noNumber: string
  readonly meter: (window: string, pool: 'code' | 'total' | null) => string
  readonly used: (percent: string) => string
  readonly resetsIn: (duration: string, at: string) => string
  readonly resetDue: (at: string, state: string) => string
  readonly records: (count: number) => string
  readonly lane: (blocks: number) => string
}

const EN: OverlayWords = {
  title: 'Quotascope',
  open: 'Open console',
  collapse: 'Collapse',
  expand: 'Expand',
  recording: 'Recording this page',
  waiting: 'Waiting for the console to load its data',
  noNumber: 'no number given',
  meter: (window, pool) =>
    `${window} quota${pool === 'code' ? ', Kimi Code' : pool === 'total' ? ', all of Kimi' : ''}`,
  used: (percent) => `${percent} used`,
  resetsIn: (duration, at) => `resets in ${duration} (${at})`,
  resetDue: (at, state) => `reset at ${at}: ${state}`,
  records: (count) => (count === 1 ? '1 record kept' : `${count.toLocaleString('en')} records kept`),
  lane: (blocks) =>
    `The last 24 hours: ${blocks === 0 ? 'no blocked window' : blocks === 1 ? 'one blocked window' : `${blocks} blocked windows`}`,
}

const ZH: OverlayWords = {
  title: 'Quotascope',
  open: '打开控制台',
  collapse: '收起',
  expand: '展开',
  recording: '正在记录本页',
  waiting: '等待控制台加载数据',
  noNumber: '未给出数值',
  meter: (window, pool) =>
    `${window}额度${pool === 'code' ? '（Kimi Code）' : pool === 'total' ? '（全部）' : ''}`,
  used: (percent) => `已用 ${percent}`,
  resetsIn: (duration, at) => `${duration}后重置（${at}）`,
  resetDue: (at, state) => `${at} 重置：${state}`,
  records: (count) => `已保存 ${count.toLocaleString('zh')} 条记录`,
  lane: (blocks) => (blocks === 0 ? '最近 24 小时：没有阻断时段' : `最近 24 小时：${blocks} 个阻断时段`),
}

export const overlayWords = (language: Language): OverlayWords => (language === 'zh' ? ZH : EN)
