import type { Badge } from '../../../shared/recorder/badge.ts'
import type { NoticeKind } from '../../../shared/recorder/settings.ts'
import type { Language } from '../../../shared/time/format.ts'

interface NoticeText {
  readonly title: string
  readonly text: string
}

/** The words of notifications and of the badge's tooltip. Times come with their zone, windows and shares in words. */
export interface NewsWords {
  readonly badge: (badge: Badge) => string
  readonly notice: (
    kind: NoticeKind,
    values: Readonly<Record<'when' | 'window' | 'used' | 'why', string>>,
  ) => NoticeText
  /** Of the reset that the user wanted to be told of: it was seen, or is only due. */
  readonly awaited: (isSeen: boolean, values: Readonly<Record<'when' | 'window', string>>) => NoticeText
}

const EN: NewsWords = {
  badge: ({ kind, text }) => {
    switch (kind) {
      case 'paused':
        return 'Quotascope: recording is paused'
      case 'blocked':
        return 'Quotascope: blocked'
      case 'nearly_full':
      case 'high':
      case 'calm':
        return `Quotascope: ${text} % used of the fullest window`
      case 'none':
        return 'Quotascope'
    }
  },
  notice: (kind, { when, window, used, why }) => {
    switch (kind) {
      case 'blocked':
        return { title: `Blocked since ${when}`, text: why }
      case 'back':
        return { title: `Service is back since ${when}`, text: why }
      case 'reset':
        return { title: `The ${window} window was reset`, text: `At ${when}, confirmed by a later reading.` }
      case 'nearly':
        return { title: `${used} used of the ${window} window`, text: `It resets at ${when}.` }
    }
  },
  awaited: (isSeen, { when, window }) =>
    isSeen
      ? { title: `The ${window} window was reset at ${when}`, text: 'A reading shows it: you can go on.' }
      : {
          title: `The ${window} window was due to reset at ${when}`,
          text: 'Nothing has shown it yet: try one request, or open the console.',
        },
}

const ZH: NewsWords = {
  badge: ({ kind, text }) => {
    switch (kind) {
      case 'paused':
        return 'Quotascope：记录已暂停'
      case 'blocked':
        return 'Quotascope：受限'
      case 'nearly_full':
      case 'high':
      case 'calm':
        return `Quotascope：用量最高的窗口已用 ${text} %`
      case 'none':
        return 'Quotascope'
    }
  },
  notice: (kind, { when, window, used, why }) => {
    switch (kind) {
      case 'blocked':
        return { title: `自 ${when} 起受限`, text: why }
      case 'back':
        return { title: `服务自 ${when} 起恢复`, text: why }
      case 'reset':
        return { title: `${window}窗口已重置`, text: `时间 ${when}，已由之后的读数确认。` }
      case 'nearly':
        return { title: `${window}窗口已用 ${used}`, text: `将于 ${when} 重置。` }
    }
  },
  awaited: (isSeen, { when, window }) =>
    isSeen
      ? { title: `${window}窗口已于 ${when} 重置`, text: '已有读数确认，可以继续使用。' }
      : { title: `${window}窗口应于 ${when} 重置`, text: '尚无证据确认：请先试一个请求，或打开控制台。' },
}

export const newsWords = (language: Language): NewsWords => (language === 'zh' ? ZH : EN)
