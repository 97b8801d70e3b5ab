import { expect, it } from 'vitest'
import { FRAMES_END, framesOfTrace, type TraceEvent } from './frames-of-trace.ts'

/** An event of the page's main thread; times in milliseconds. */
const event = (name: string, from: number, length: number): TraceEvent => ({
  name,
  ph: name === 'BeginMainThreadFrame' ? 'I' : 'X',
  pid: 1,
  tid: 1,
  ts: from * 1000,
  dur: length * 1000,
})

/** A task as Chromium traces it: once by the thread, and inside of that once by its scheduler. */
const task = (from: number, length: number): TraceEvent[] => [
  event('ThreadControllerImpl::RunTask', from, length),
  event('RunTask', from, length),
]

const frame = (
  from: number,
  length: number,
  moves: 'Paint' | 'FireAnimationFrame' | null = 'Paint',
): TraceEvent[] => [
  ...task(from, length),
  event('BeginMainThreadFrame', from + 0.5, 0),
  ...(moves === null ? [] : [event(moves, from + 1, 0.2), event(moves, from + 1.5, 0.2)]),
]

it('counts a task once, though it is traced twice', () => {
  const times = framesOfTrace([...frame(0, 6), ...frame(20, 8), ...frame(40, 10)])
  expect(times).toEqual({ frames: 3, p95: 10, median: 8, longestTask: 10 })
})

it('adds up what was done until the next frame', () => {
  const times = framesOfTrace([...frame(0, 6), ...task(8, 3), ...frame(20, 8)])
  expect(times).toEqual({ frames: 2, p95: 9, median: 9, longestTask: 8 })
})

it('takes a frame in which nothing was done for no frame of its own', () => {
  const times = framesOfTrace([...frame(0, 6), ...frame(10, 2, null), ...frame(20, 8)])
  expect(times).toEqual({ frames: 2, p95: 8, median: 8, longestTask: 8 })
})

it('counts a frame in which a script drew, as on a canvas', () => {
  const times = framesOfTrace([...frame(0, 6), ...frame(10, 2, 'FireAnimationFrame')])
  expect(times).toEqual({ frames: 2, p95: 6, median: 6, longestTask: 6 })
})

it('takes the longest task also from what follows the frames', () => {
  const times = framesOfTrace([...frame(0, 6), event(FRAMES_END, 10, 0), ...task(11, 40), ...frame(60, 9)])
  expect(times).toEqual({ frames: 1, p95: 6, median: 6, longestTask: 40 })
})

it('counts the time that the thread ran, and only the thread that draws', () => {
  const times = framesOfTrace([
    ...frame(0, 6).map((each) => (each.ph === 'X' ? { ...each, tdur: 2000 } : each)),
    { ...event('RunTask', 1, 50), tid: 2 },
  ])
  expect(times).toEqual({ frames: 1, p95: 2, median: 2, longestTask: 2 })
})
