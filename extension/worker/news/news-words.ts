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
}

const EN: NewsWords = {
  badge: ({ kind, text }) => {
    switch (kind) {
      case 'paused':
        return 'Quotascope: recording is paused'
      case 'blocked':
        return 'Quotascope: blocked'
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
}

const ZH: NewsWords = {
  badge: ({ kind, text }) => {
    switch (kind) {
      case 'paused':
        return 'Quotascope：记录已暂停'
      case 'blocked':
        return 'Quotascope：被限制'
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
        return { title: `自 ${when} 起被限制`, text: why }
      case 'back':
        return { title: `服务自 ${when} 起恢复`, text: why }
      case 'reset':
        return { title: `${window}窗口已重置`, text: `时间 ${when}，已由之后的读数确认。` }
      case 'nearly':
        return { title: `${window}窗口已用 ${used}`, text: `将于 ${when} 重置。` }
    }
  },
}

export const newsWords = (language: Language): NewsWords => (language === 'zh' ? ZH : EN)
