import uPlot from 'uplot'

/** Runs in the browser: the same marks on a bare canvas, and the same points in uPlot, to compare the timeline with. */

/** As many bars as the timeline draws: of what is shown and half as much on either side. */
const BARS = 210
const WIDTH = 1000
const HEIGHT = 600
const FRAMES = 90

const points = Array.from({ length: BARS }, (_, index) => ({
  at: index,
  success: 20 + ((index * 7919) % 50),
  failure: (index * 104_729) % 5,
  lower: (index * 7) % 5,
  upper: 10 + ((index * 13) % 20),
}))

/** Where frame `n` of a gesture looks: a pan there and back with a zoom on the way. */
const viewOf = (n: number) => {
  const length = (BARS / 2) * (1 - 0.5 * Math.sin((n / FRAMES) * Math.PI))
  const from = BARS / 4 + (BARS / 8) * Math.sin((n / FRAMES) * 2 * Math.PI)
  return { from, to: from + length }
}

function inFrames(draw: (n: number) => void): Promise<void> {
  return new Promise((resolve) => {
    let n = 0
    const next = () => {
      draw(n)
      n += 1
      if (n < FRAMES) requestAnimationFrame(next)
      else resolve()
    }
    requestAnimationFrame(next)
  })
}

/** Bars of two outcomes and a band, by nothing but rectangles. */
export function bareCanvas(): Promise<void> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  document.body.replaceChildren(canvas)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  return inFrames((n) => {
    const view = viewOf(n)
    const scale = WIDTH / (view.to - view.from)
    context.clearRect(0, 0, WIDTH, HEIGHT)
    for (const { at, success, failure, lower, upper } of points) {
      const x = (at - view.from) * scale
      context.fillStyle = '#4b4b55'
      context.fillRect(x, 100 - success, scale - 1, success)
      context.fillStyle = '#ad1f2d'
      context.fillRect(x, 100 - success - failure * 3, scale - 1, failure * 3)
      context.fillStyle = '#2f46d6'
      context.fillRect(x, 200 - upper * 3, scale, (upper - lower) * 3)
    }
  })
}

/** The same as series of uPlot: two of bars, two that bound the band. */
export function uplotChart(): Promise<void> {
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  const bars = uPlot.paths.bars?.({ size: [0.9] })
  const chart = new uPlot(
    {
      width: WIDTH,
      height: HEIGHT,
      scales: { x: { time: false } },
      series: [
        {},
        { stroke: '#4b4b55', fill: '#4b4b55', paths: bars },
        { stroke: '#ad1f2d', fill: '#ad1f2d', paths: bars },
        { stroke: '#2f46d6' },
        { stroke: '#2f46d6' },
      ],
    },
    [
      points.map(({ at }) => at),
      points.map(({ success }) => success),
      points.map(({ failure }) => failure),
      points.map(({ lower }) => lower),
      points.map(({ upper }) => upper),
    ],
    host,
  )
  return inFrames((n) => {
    const { from, to } = viewOf(n)
    chart.setScale('x', { min: from, max: to })
  })
}
