/** What the reader chose; `system` follows the machine. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const DARK = '(prefers-color-scheme: dark)'

/** Writes the theme on the root element, and keeps it up to date while the machine decides. Returns how to stop. */
export function applyTheme(theme: Theme): () => void {
  const query = window.matchMedia(DARK)
  const paint = () => {
    const dark = theme === 'dark' || (theme === 'system' && query.matches)
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  }
  paint()
  if (theme !== 'system') return () => {}
  query.addEventListener('change', paint)
  return () => query.removeEventListener('change', paint)
}

/** The theme that is drawn now, for a picture that should match the page. */
export const shownTheme = (): 'light' | 'dark' =>
  document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'
