import { chromium } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../browser/find-chromium.ts'

/** `npx tsx test/e2e/pictures/make-icons.ts`: the extension's icons, drawn from web/mark.svg. Browsers take no SVG for them. */
const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const mark = readFileSync(at('web/mark.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${mark}`,
  )
  writeFileSync(
    at(`extension/icons/mark-${size}.png`),
    await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } }),
  )
}
await browser.close()
