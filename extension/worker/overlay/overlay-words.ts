import type { ShareLevel } from '../../../shared/analyse/views/share-level.ts'
import type { Language } from '../../../shared/time/format.ts'
import type { OverlayLaneItem, OverlayModel } from '../../messages/overlay-model.ts'

/** What is being done with the page: its answers are listened to (or will be, where there is no page), recorded again and again, or left alone. */
export type RecordingState = 'listening' | 'ready' | 'recording' | 'paused' | 'stopped' | 'off'

/** The words of strip and popup that are not verdicts (those are in shared/wording). */
export interface OverlayWords {
  /** Words that need nothing filled in; they go to the page as they are. */
  readonly fixed: OverlayModel['words']
  readonly recording: Readonly<Record<RecordingState, string>>
  readonly collecting: string
  readonly upToDate: string
  readonly lastRead: (at: string) => string
  readonly partial: (from: string, to: string) => string
  readonly blockedSince: (from: string, asOf: string | null) => string
  readonly dueUnverified: (window: string, at: string) => string
  readonly sentences: (sentences: readonly string[]) => string
  readonly noNumber: string
  readonly meter: (window: string, pool: 'code' | 'total' | null) => string
  /** A share that is near its limit says so in words: colour alone would tell it to some only. */
  readonly used: (percent: string, level: ShareLevel) => string
  /** With `{duration}` in it. */
  readonly resetsIn: string
  readonly resetDue: (state: string) => string
  readonly records: (count: number) => string
  readonly lane: (blocks: number) => string
  readonly legend: Readonly<Record<OverlayLaneItem['state'], string>>
  readonly requests: (count: number) => string
  readonly stretch: (when: string, what: string) => string
  readonly resetAt: (at: string, window: string, basis: string, state: string) => string
  readonly earlier: (count: number) => string
  readonly causeIs: (cause: string) => string
  /** `cause` is null where none leads: what is left of them takes more words than a line has. */
  readonly gap: (length: string, grade: string, cause: string | null) => string
  readonly gapSuspected: (length: string, cause: string | null) => string
}

const EN_LEVEL = {
  low: '',
  high: ', running low',
  nearly_full: ', nearly used up',
  full: ', nothing left',
} as const
const EN_LEGEND = { active: 'active', blocked: 'blocked', idle: 'idle', unobserved: 'not observed' } as const

const EN: OverlayWords = {
  fixed: {
    open: 'Open Quotascope',
    why: 'Why?',
    verdict: 'The last block',
    collapse: 'Collapse',
    expand: 'Expand',
    move: 'Move: drag, or use the arrow keys',
    showTwin: 'As text',
    hideTwin: 'Close text',
    noVerdict: 'No known blocks.',
    now: 'now',
    marks: 'Blocked windows in this table',
    legend: { ...EN_LEGEND, reset: 'reset' },
  },
  recording: {
    listening: 'Recording this page',
    ready: 'Records while a console page is open',
    recording: 'Auto-record is on',
    paused: 'Paused: nothing is kept',
    stopped: 'Recording stopped',
    off: 'Off on this page',
  },
  collecting: 'Waiting for the console’s data',
  upToDate: 'Up to date',
  lastRead: (at) => `Last read ${at}`,
  partial: (from, to) => `Recording gap: ${from} to ${to} not observed`,
  blockedSince: (from, asOf) => `Blocked since ${from}${asOf === null ? '' : ` (as of ${asOf})`}`,
  dueUnverified: (window, at) => `${capital(window)} reset due at ${at}, not confirmed`,
  sentences: (sentences) => sentences.join(' '),
  noNumber: 'no number given',
  meter: (window, pool) =>
    capital(window) + (pool === 'code' ? ', Kimi Code' : pool === 'total' ? ', all of Kimi' : ' quota'),
  used: (percent, level) => `${percent} used${EN_LEVEL[level]}`,
  resetsIn: 'resets in {duration}',
  resetDue: (state) => `reset ${state}`,
  records: (count) => (count === 1 ? '1 record kept' : `${count.toLocaleString('en')} records kept`),
  lane: (blocks) =>
    `The last 24 hours: ${blocks === 0 ? 'no blocked window' : blocks === 1 ? 'one blocked window' : `${blocks} blocked windows`}`,
  legend: EN_LEGEND,
  requests: (count) => (count === 1 ? 'active, 1 request' : `active, ${count.toLocaleString('en')} requests`),
  stretch: (when, what) => `${when} ${what}`,
  resetAt: (at, window, basis, state) => `${at} ${window} reset, ${basis}, ${state}`,
  earlier: (count) => `${count} earlier entries are not listed here; Quotascope shows them.`,
  causeIs: (cause) => `cause: ${cause}`,
  gap: (length, grade, cause) => `Blocked ${length} (${grade})${cause === null ? '' : `, ${cause}`}`,
  gapSuspected: (length, cause) => `Suspected block, ${length}${cause === null ? '' : `, ${cause}`}`,
}

const ZH_LEVEL = { low: '', high: '，余量不多', nearly_full: '，即将用尽', full: '，已用尽' } as const
const ZH_LEGEND = { active: '有请求', blocked: '受限', idle: '空闲', unobserved: '未观察' } as const

const ZH: OverlayWords = {
  fixed: {
    open: '打开 Quotascope',
    why: '为什么？',
    verdict: '最近一次受限',
    collapse: '收起',
    expand: '展开',
    move: '移动：拖动，或使用方向键',
    showTwin: '文字版',
    hideTwin: '关闭文字版',
    noVerdict: '尚未发现受限时段。',
    now: '现在',
    marks: '此表中的受限时段',
    legend: { ...ZH_LEGEND, reset: '重置' },
  },
  recording: {
    listening: '正在记录本页',
    ready: '控制台页面打开时记录',
    recording: '自动记录中',
    paused: '已暂停：不保存任何内容',
    stopped: '记录已停止',
    off: '已在本页关闭',
  },
  collecting: '正在等待控制台的数据',
  upToDate: '已是最新',
  lastRead: (at) => `上次读取：${at}`,
  partial: (from, to) => `记录缺口：${from} 至 ${to} 未观察`,
  blockedSince: (from, asOf) => `自 ${from} 起受限${asOf === null ? '' : `（截至 ${asOf}）`}`,
  dueUnverified: (window, at) => `${window}额度应于 ${at} 重置，尚未确认`,
  sentences: (sentences) => sentences.join(''),
  noNumber: '未给出数值',
  meter: (window, pool) =>
    `${window}额度${pool === 'code' ? '（Kimi Code）' : pool === 'total' ? '（全部）' : ''}`,
  used: (percent, level) => `已用 ${percent}${ZH_LEVEL[level]}`,
  resetsIn: '{duration}后重置',
  resetDue: (state) => `重置${state}`,
  records: (count) => `已保存 ${count.toLocaleString('zh')} 条记录`,
  lane: (blocks) => (blocks === 0 ? '最近 24 小时：没有受限时段' : `最近 24 小时：${blocks} 个受限时段`),
  legend: ZH_LEGEND,
  requests: (count) => `有请求，${count.toLocaleString('zh')} 条`,
  stretch: (when, what) => `${when} ${what}`,
  resetAt: (at, window, basis, state) => `${at} ${window}额度重置，${basis}，${state}`,
  earlier: (count) => `更早的 ${count} 段未在此列出，可在 Quotascope 中查看。`,
  causeIs: (cause) => `原因：${cause}`,
  gap: (length, grade, cause) => `受限 ${length}（${grade}）${cause === null ? '' : `，${cause}`}`,
  gapSuspected: (length, cause) => `疑似受限 ${length}${cause === null ? '' : `，${cause}`}`,
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export const overlayWords = (language: Language): OverlayWords => (language === 'zh' ? ZH : EN)
