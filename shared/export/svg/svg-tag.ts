import { htmlText } from '../html/html-text.ts'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An SVG element as text; attribute values and text children are escaped, so nothing in them becomes markup. */
export const svgTag = (name: string, attributes: Attributes, ...children: readonly string[]): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${htmlText(typeof value === 'number' ? svgNumber(value) : String(value))}"`,
    )
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

/** Text in an SVG; `at` is its baseline. */
export const svgText = (
  at: { readonly x: number; readonly y: number },
  text: string,
  more: Attributes = {},
) => svgTag('text', { x: at.x, y: at.y, ...more }, htmlText(text))

/** At most two decimals: a hundredth of a pixel is not seen, and the same picture is the same bytes everywhere. */
const svgNumber = (value: number): string => String(Math.round(value * 100) / 100)
