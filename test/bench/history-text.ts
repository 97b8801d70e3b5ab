/** A history as it is copied from the console, from its row `first` on: a row a second, newest first, from a device and a key. */
export function historyText(rows: number, withIds: boolean, first = 0): string {
  return Array.from({ length: rows }, (_, n) => {
    const index = first + n
    const time = new Date(1_784_689_609_000 - index * 1_000).toISOString()
    const source = index % 4 === 0 ? 'editor key' : 'Login Device'
    const said = `${source} | kimi-code-cli/0.14.0 | Model Inference | ${time.slice(0, 10)} ${time.slice(11, 19)} | Success`
    return withIds ? `${hex(index, 8)}-85dc-4958-9152-${hex(index * 7919, 12)} | ${said}` : said
  }).join('\n')
}

const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0')
