import { expect, it } from 'vitest'
import { StoreError } from '../../shared/store/database/store-error.ts'
import { createTexts } from '../../web/locales/texts.ts'
import { errorText } from '../../web/parts/text/error-text.ts'

const gone = Object.assign(new Error('The requested file could not be read'), { name: 'NotReadableError' })

it.each<[string, unknown, string, string]>([
  [
    'no room',
    new StoreError('full'),
    "The disk, or the browser's share of it, is full. Free some space, then try again.",
    '磁盘或浏览器的存储配额已满。请先腾出空间，再重试。',
  ],
  [
    'the database',
    new StoreError('failed', 'AbortError'),
    'The database failed. Try again (the database failed (AbortError)).',
    '数据库出错，请重试（the database failed (AbortError)）。',
  ],
  [
    'a file that has gone',
    gone,
    'The file was moved or deleted after you chose it, or cannot be read. Choose it again.',
    '文件在选择之后已不存在，或不允许读取。请重新选择。',
  ],
  ['any other', new TypeError('x is not a function'), 'x is not a function', 'x is not a function'],
  ['what is no error', 'stopped', 'stopped', 'stopped'],
])('%s', (_, error, english, chinese) => {
  expect(errorText(error, createTexts('en').t)).toBe(english)
  expect(errorText(error, createTexts('zh').t)).toBe(chinese)
})
