/** The colours that a canvas draws in: the tokens as they are now, or the system's own where it sets them all. */
export interface Palette {
  readonly surface: string
  readonly hairline: string
  readonly edge: string
  readonly ink: string
  readonly ink3: string
  readonly accent: string
  readonly danger: string
  readonly bar: string
  readonly font: string
}

const TOKENS = {
  surface: '--surface',
  hairline: '--hairline',
  edge: '--edge',
  ink: '--ink',
  ink3: '--ink-3',
  accent: '--accent',
  danger: '--danger',
  bar: '--bar',
  font: '--sans',
} as const

/** With forced colours, tokens would paint what the reader has asked not to see. */
const FORCED: Omit<Palette, 'font'> = {
  surface: 'Canvas',
  hairline: 'GrayText',
  edge: 'CanvasText',
  ink: 'CanvasText',
  ink3: 'CanvasText',
  accent: 'Highlight',
  danger: 'CanvasText',
  bar: 'CanvasText',
}

const FORCED_QUERY = '(forced-colors: active)'
const QUERIES = [FORCED_QUERY, '(prefers-contrast: more)', '(prefers-color-scheme: dark)', 'print']

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const token = (name: keyof typeof TOKENS) => style.getPropertyValue(TOKENS[name]).trim()
  if (window.matchMedia(FORCED_QUERY).matches) return { ...FORCED, font: token('font') }
  return {
    surface: token('surface'),
    hairline: token('hairline'),
    edge: token('edge'),
    ink: token('ink'),
    ink3: token('ink3'),
    accent: token('accent'),
    danger: token('danger'),
    bar: token('bar'),
    font: token('font'),
  }
}

/** Says when the colours may have changed: another theme, forced colours, paper. Returns how to stop. */
export function followPalette(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const queries = QUERIES.map((query) => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', changed)
  }
}
