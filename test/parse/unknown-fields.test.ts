import { describe, expect, it } from 'vitest'
import { anything } from '../../shared/parse/json/leaf.ts'
import { findUnknownFields } from '../../shared/parse/json/unknown-fields.ts'
import { z } from '../../shared/parse/zod.ts'

const schema = z.looseObject({
  known: anything,
  item: z.looseObject({ a: anything }).nullish(),
  list: z.array(z.looseObject({ a: anything }).nullish()).nullish(),
})
const find = (value: unknown) =>
  findUnknownFields(schema, value, 'usages').map(({ path, count }) => `${path} ${count}`)

describe('fields that a schema does not name', () => {
  it.each<[unknown, string[]]>([
    [{ known: { anything: 1 } }, []],
    [{ item: { a: 1, b: 2 }, c: 3 }, ['c 1', 'item.b 1']],
    [{ list: [{ b: 1 }, { b: 2, a: 3 }, null, 5] }, ['list[].b 2']],
    [{ item: [], list: {} }, []],
    [null, []],
    [[{ b: 1 }], []],
  ])('%j', (value, fields) => {
    expect(find(value)).toEqual(fields)
  })

  it('are named, never quoted', () => {
    expect(JSON.stringify(find({ item: { note: 'a private value' } }))).not.toContain('private')
  })

  it('ids and addresses that are used as names are masked', () => {
    expect(find({ 'me@example.com': 1, '3f0d6f8e-0000-4000-8000-000000000001': 1 })).toEqual([
      '[e-mail] 1',
      '[id] 1',
    ])
  })

  it('a body with no end of names counts the rest under one', () => {
    const value = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`n${index}`, 1]))
    const found = findUnknownFields(schema, value, 'usages')
    expect(found).toHaveLength(201)
    expect(found.find(({ path }) => path === '…')?.count).toBe(800)
  })
})
