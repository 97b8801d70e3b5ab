import { beforeEach, expect, it } from 'vitest'
import { useUndoStack } from '../../web/state/undo-stack.ts'

const stack = () => useUndoStack.getState()

beforeEach(() => stack().forget())

/** Things that were done, and what of them has been undone, in the order in which it was. */
function doing(...texts: readonly string[]): readonly string[] {
  const undone: string[] = []
  for (const text of texts) stack().push({ text, undo: async () => void undone.push(text) })
  return undone
}

it('takes back the last thing first, and says what', async () => {
  const undone = doing('row deleted', 'note added')
  expect(stack().said).toEqual({ kind: 'done', text: 'note added' })
  await stack().undo()
  await stack().undo()
  await stack().undo()
  expect(undone).toEqual(['note added', 'row deleted'])
  expect(stack().said).toEqual({ kind: 'undone', text: 'row deleted' })
})

it('keeps what could not be taken back, for another try', async () => {
  let works = false
  const undo = async () => {
    if (!works) throw new Error('no room left')
  }
  stack().push({ text: 'row deleted', undo })
  await stack().undo()
  expect(stack().said).toEqual({ kind: 'failed', error: new Error('no room left') })
  works = true
  await stack().undo()
  expect(stack().said).toEqual({ kind: 'undone', text: 'row deleted' })
})

it('takes nothing back that was forgotten', async () => {
  const undone = doing('row deleted', 'note removed')
  stack().forget()
  await stack().undo()
  expect(undone).toEqual([])
  expect(stack()).toMatchObject({ done: [], said: null })
})

it('takes two things back one after the other, although both are asked for at once', async () => {
  const order: string[] = []
  const slowly = (text: string, ms: number) => async () => {
    order.push(`${text} begins`)
    await new Promise((resolve) => setTimeout(resolve, ms))
    order.push(`${text} ends`)
  }
  stack().push({ text: 'row deleted', undo: slowly('row', 1) })
  stack().push({ text: 'note added', undo: slowly('note', 20) })
  await Promise.all([stack().undo(), stack().undo()])
  expect(order).toEqual(['note begins', 'note ends', 'row begins', 'row ends'])
  expect(stack().said).toEqual({ kind: 'undone', text: 'row deleted' })
})

it('goes on after one that could not be taken back', async () => {
  const undone = doing('row deleted')
  const undo = async () => {
    throw new Error('no room left')
  }
  stack().push({ text: 'note added', undo })
  await Promise.all([stack().undo(), stack().undo()])
  expect(undone).toEqual([])
  expect(stack().done.map(({ text }) => text)).toEqual(['row deleted', 'note added'])
})
