import type { StopReason } from '../../shared/recorder/recorder-state.ts'
import type { Site } from '../../shared/recorder/sites.ts'
import type { Language } from '../../shared/time/format.ts'

/** The words of the popup that are not the strip's. */
export interface PopupWords {
  readonly open: string
  readonly silent: string
  readonly tellMe: string
  readonly tellHint: string
  readonly willTell: (clock: string) => string
  readonly doNotTell: string
  readonly notAllowed: string
  readonly keeping: string
  readonly paused: string
  readonly pause: string
  readonly goOn: string
  readonly trouble: string
  readonly full: string
  readonly newer: string
  readonly record: (site: Site) => string
  readonly explain: string
  readonly ready: string
  readonly reading: string
  readonly next: (clock: string) => string
  readonly reason: Readonly<Record<StopReason, string>>
}

const EN: PopupWords = {
  open: 'Open Quotascope',
  tellMe: 'Tell me when it is back',
  tellHint: 'A notification at the reset.',
  willTell: (clock) => `You will be told at ${clock}.`,
  doNotTell: 'Never mind',
  notAllowed: 'The browser does not allow notifications.',
  silent: 'The extension does not answer. Close this and open it again.',
  keeping: 'What your console pages receive is recorded.',
  paused: 'Paused: nothing is kept.',
  pause: 'Pause',
  goOn: 'Resume',
  trouble: 'Nothing can be stored at present; see the settings.',
  full: 'The disk is full: captures wait until there is space.',
  newer: 'What is stored was written by a newer version of Quotascope. Update the extension.',
  record: (site) => `Auto-record ${site}`,
  explain:
    'Reloads a console tab of its own in the background, at most once a minute. Never one of your tabs.',
  ready: 'starts when you next open the console',
  reading: 'reading now',
  next: (clock) => `reads again at ${clock}`,
  reason: {
    user: 'stopped by you',
    tab_closed: 'stopped: its tab was closed',
    hidden: 'paused: no console page was in front for a long time',
    signed_out: 'stopped: the page asks to sign in',
    no_answer: 'stopped: the page gave no history, twice',
    held_up: 'stopped: the browser froze or unloaded its tab',
    refused: 'stopped: the service refused, twice',
    browser_closed: 'starts when you next open the console',
  },
}

const ZH: PopupWords = {
  open: '打开 Quotascope',
  tellMe: '恢复时通知我',
  tellHint: '到重置时间发出通知。',
  willTell: (clock) => `将在 ${clock} 通知您。`,
  doNotTell: '不用了',
  notAllowed: '浏览器不允许通知。',
  silent: '扩展没有回应。请关闭后重新打开。',
  keeping: '控制台页面收到的内容会被记录。',
  paused: '已暂停：不保存任何内容。',
  pause: '暂停',
  goOn: '继续',
  trouble: '目前无法保存；原因见设置。',
  full: '磁盘已满：捕获的内容会等到有空间为止。',
  newer: '已保存的数据由更新版本的 Quotascope 写入；请更新扩展程序。',
  record: (site) => `自动记录 ${site}`,
  explain: '在后台重新加载一个自己的控制台标签页，每分钟至多一次，绝不碰您的标签页。',
  ready: '下次打开控制台时开始',
  reading: '正在读取',
  next: (clock) => `${clock} 再次读取`,
  reason: {
    user: '由您停止',
    tab_closed: '已停止：它的标签页被关闭',
    hidden: '已暂停：控制台页面长时间未在前台',
    signed_out: '已停止：页面要求登录',
    no_answer: '已停止：页面两次没有给出记录',
    held_up: '已停止：浏览器冻结或卸载了它的标签页',
    refused: '已停止：服务两次拒绝',
    browser_closed: '下次打开控制台时开始',
  },
}

export const popupWords = (language: Language): PopupWords => (language === 'zh' ? ZH : EN)
