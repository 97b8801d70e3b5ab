import type { Language } from '../../shared/time/format.ts'

/** The language that the page says it is in. */
export const pageLanguage = (page: Document): Language =>
  page.documentElement.lang.toLowerCase().startsWith('zh') ? 'zh' : 'en'

/** Light or dark as the page is drawn: by its own background, so that text is legible whatever the system prefers. */
export function pageTheme(page: Document): 'light' | 'dark' {
  // at document_start there may be no body yet, whatever the types say
  const drawn: readonly (HTMLElement | null)[] = [page.body, page.documentElement]
  const colours = drawn.map((element) => element && backgroundOf(page, element))
  const [colour] = colours.filter((each) => each !== null)
  if (colour) return brightness(colour) < 0.5 ? 'dark' : 'light'
  return drawn[1]?.style.colorScheme === 'dark' ? 'dark' : 'light'
}

type Colour = readonly [number, number, number]

function backgroundOf(page: Document, element: Element): Colour | null {
  const text = page.defaultView?.getComputedStyle(element).backgroundColor ?? ''
  const parts = text.match(/[\d.]+/g)?.map(Number) ?? []
  const [red, green, blue, alpha = 1] = parts
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null
  return [red, green, blue]
}

/** Perceived brightness, 0 to 1 (ITU-R BT.601 weights). */
const brightness = ([red, green, blue]: Colour): number => (0.299 * red + 0.587 * green + 0.114 * blue) / 255
