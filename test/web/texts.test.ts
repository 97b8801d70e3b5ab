import { describe, expect, it } from 'vitest'
import en from '../../web/locales/en.json' with { type: 'json' }
import { createTexts } from '../../web/locales/texts.ts'
import zh from '../../web/locales/zh.json' with { type: 'json' }

type Tree = { readonly [name: string]: string | Tree }

const leavesOf = (tree: Tree, path = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : leavesOf(value, `${path}${name}.`),
  )

/** `rows_one` and `rows_other` are one text; Chinese has only the second form. */
const plain = (key: string) => key.replace(/_(?:zero|one|other)$/, '')
const placeholdersIn = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted()

const english = leavesOf(en)
const chinese = new Map(leavesOf(zh))

describe('both languages', () => {
  it('have the same texts', () => {
    const keys = (leaves: Iterable<[string, string]>) => new Set([...leaves].map(([key]) => plain(key)))
    expect([...keys(chinese)].toSorted()).toEqual([...keys(english)].toSorted())
  })

  it.each(english)('%s asks for the same values', (key, text) => {
    const other = chinese.get(key) ?? chinese.get(`${plain(key)}_other`) ?? ''
    expect(other).not.toBe('')
    // A form for none or one may leave its number out.
    if (!/_(?:zero|one)$/.test(key)) expect(placeholdersIn(other)).toEqual(placeholdersIn(text))
  })
})

it.each([
  ['en', 'incidents.count', 1, '1 incident'],
  ['en', 'incidents.count', 2, '2 incidents'],
  ['en', 'incidents.ruledOut', 0, 'nothing ruled out yet'],
  ['zh', 'incidents.count', 1, '1 个事件'],
  ['zh', 'incidents.ruledOut', 0, '尚未排除任何原因'],
] as const)('%s: %s of %i is “%s”', (language, key, count, text) => {
  expect(createTexts(language).t(key, { count })).toBe(text)
})
