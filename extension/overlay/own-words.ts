import type { Language } from '../../shared/time/format.ts'

/** Words for what only the page knows, when no worker can be asked for them. */
export interface OwnWords {
  readonly gone: string
  readonly starting: string
  readonly silent: string
  readonly layout: (failed: string) => string
  readonly copy: string
  readonly copied: string
}

const WORDS: Readonly<Record<Language, OwnWords>> = {
  en: {
    gone: 'Quotascope was updated. Reload this page to keep recording.',
    starting: 'Quotascope is starting',
    silent: 'Quotascope does not answer. Reloading the page may help.',
    layout: (failed) => `Page layout not recognised: ${failed}`,
    copy: 'Copy diagnostic',
    copied: 'Copied',
  },
  zh: {
    gone: 'Quotascope 已更新。请重新加载页面以继续记录。',
    starting: 'Quotascope 正在启动',
    silent: 'Quotascope 没有响应。重新加载页面可能有帮助。',
    layout: (failed) => `无法识别页面布局：${failed}`,
    copy: '复制诊断信息',
    copied: '已复制',
  },
}

export const ownWords = (language: Language): OwnWords => WORDS[language]
