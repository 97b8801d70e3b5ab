import { svgTag } from './svg-tag.ts'

/** The colours of a picture; as in the console's theme. A file has no theme of its own, so it is chosen. */
export interface PictureLook {
  readonly ground: string
  readonly ink: string
  readonly faint: string
  readonly line: string
  readonly bar: string
  readonly blocked: string
  readonly blockedSoft: string
}

export const PICTURE_LOOKS = {
  light: {
    ground: '#ffffff',
    ink: '#111113',
    faint: '#5d5d67',
    line: '#e3e3e7',
    bar: '#4b4b55',
    blocked: '#ad1f2d',
    blockedSoft: '#fcebec',
  },
  dark: {
    ground: '#141417',
    ink: '#f3f3f5',
    faint: '#a3a3af',
    line: '#2f2f36',
    bar: '#a3a3af',
    blocked: '#ff8f94',
    blockedSoft: '#34191c',
  },
} as const satisfies Readonly<Record<string, PictureLook>>

export type PictureTheme = keyof typeof PICTURE_LOOKS

/** Patterns tell states apart without colour: dots where nobody looked, stripes where a block is only suspected. */
export const patternDefs = (look: PictureLook): string =>
  svgTag(
    'defs',
    {},
    svgTag(
      'pattern',
      { id: 'unseen', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      svgTag('circle', { cx: 1.5, cy: 1.5, r: 0.9, fill: look.faint, opacity: 0.55 }),
    ),
    svgTag(
      'pattern',
      {
        id: 'suspected',
        width: 8,
        height: 8,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      svgTag('rect', { width: 8, height: 8, fill: look.blockedSoft }),
      svgTag('rect', { width: 3, height: 8, fill: look.blocked, opacity: 0.45 }),
    ),
    svgTag(
      'pattern',
      { id: 'failed', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svgTag('rect', { width: 5, height: 5, fill: look.blockedSoft }),
      svgTag('rect', { width: 2.5, height: 5, fill: look.blocked }),
    ),
  )
