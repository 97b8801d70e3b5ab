const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML or SVG that shows just this text, between tags and in a quoted attribute alike. */
export const htmlText = (text: string): string =>
  text
    // What XML forbids even as a reference would break an SVG; such characters show nothing anyway.
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>"']/g, (character) => NAMES[character] ?? character)
