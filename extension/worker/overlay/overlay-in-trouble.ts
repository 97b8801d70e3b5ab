import type { StoreErrorKind } from '../../../shared/store/database/store-error.ts'
import type { Language } from '../../../shared/time/format.ts'
import type { OverlayModel } from '../../messages/overlay-model.ts'

type Said = Readonly<Record<StoreErrorKind, string>>

const EN: Said = {
  full: 'The disk is full: captures wait until there is space.',
  blocked: 'Another tab holds an older version open: close it or reload it.',
  newer: 'Written by a newer version of Quotascope; update the extension.',
  closed: 'The database was closed: reload this page.',
  damaged: 'A part of what is kept cannot be read back; the console says which.',
  failed: 'The database failed; the console says more.',
}

const ZH: Said = {
  full: '磁盘已满：捕获的内容会等到有空间为止。',
  blocked: '另一个标签页仍占用旧版数据库：请关闭或刷新它。',
  newer: '数据由更新版本的 Quotascope 写入；请更新扩展程序。',
  closed: '数据库已关闭：请刷新本页。',
  damaged: '部分已保存的数据无法读回；控制台会说明是哪一部分。',
  failed: '数据库出错；详情见控制台。',
}

/** The strip of a tab from which nothing more is taken today. */
export const overlaySpent = (model: OverlayModel, language: Language): OverlayModel => ({
  ...model,
  state: {
    kind: 'trouble',
    text:
      language === 'zh'
        ? '本标签页今天的数据量已达上限，不再保存；其他标签页不受影响。'
        : 'This tab gave as much today as is taken from one: no more of it is kept. Other tabs go on.',
  },
})

/** The strip of a page while it is not known whose it is: nothing that would look like an answer. */
export const overlayOfNobody = (empty: OverlayModel): OverlayModel => ({
  ...empty,
  records: '',
  words: { ...empty.words, noVerdict: '' },
})

/** The strip of a page of which nobody but the user can say whose it is. */
export const overlayWaiting = (empty: OverlayModel, language: Language): OverlayModel => ({
  ...overlayOfNobody(empty),
  state: {
    kind: 'trouble',
    text:
      language === 'zh'
        ? '无法确定本页属于哪个账号：请在 Quotascope 的设置中选择。'
        : 'Not known whose page this is: say so in the settings of Quotascope.',
  },
})

/** The strip where the database cannot be read: what is in its way, and nothing that would look like an answer. */
export const overlayInTrouble = (
  empty: OverlayModel,
  kind: StoreErrorKind,
  language: Language,
): OverlayModel => ({
  ...overlayOfNobody(empty),
  state: { kind: 'trouble', text: (language === 'zh' ? ZH : EN)[kind] },
})
