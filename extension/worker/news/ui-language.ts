import type { Language } from '../../../shared/time/format.ts'

/** The language that the browser itself speaks: notifications and the badge's tooltip are its. */
export const uiLanguage = (): Language =>
  chrome.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh' : 'en'
