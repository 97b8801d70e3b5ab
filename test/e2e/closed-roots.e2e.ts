import type { Page } from '@playwright/test'
import { expect, test } from './browser/extension-fixture.ts'
import { CONSOLE } from './browser/overlay-page.ts'

/*
 * What a script of the page gets of ours, with the extension as it is shipped: its elements, by name and place, and nothing
 * of what they show. What is in a closed root is read here as the extension's own scripts could, over the debugger.
 */

/** All that stands in the closed root of an element of ours. */
async function textInRoot(page: Page, host: string): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  const texts: string[] = []
  type Node = typeof root
  const walk = (node: Node, inside: boolean): void => {
    if (inside && node.nodeName === '#text') texts.push(node.nodeValue)
    const here = inside || node.localName === host
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child, here)
  }
  walk(root, false)
  await session.detach()
  return texts.join(' ')
}

/** Runs in the page: every way to the content of an element that a page has. */
function whatThePageGets(): {
  readonly texts: string
  readonly roots: number
  readonly attributes: string[]
} {
  const ours = [...document.querySelectorAll('quotascope-strip, quotascope-marks')]
  const attempts = ours.flatMap((host): unknown[] => [
    host.shadowRoot,
    Reflect.get(host, 'openOrClosedShadowRoot'),
    host.getRootNode({ composed: true }) === document ? null : 'another root',
    document.elementFromPoint(host.getBoundingClientRect().x + 20, host.getBoundingClientRect().y + 20)
      ?.shadowRoot,
  ])
  const path: string[] = []
  document.addEventListener('click', (event) => {
    for (const each of event.composedPath())
      path.push(each instanceof Node ? `${each.nodeName} ${each.textContent ?? ''}` : 'window')
  })
  for (const host of ours) host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))
  const html = document.documentElement
  return {
    texts: [
      ...ours.map((host) => host.outerHTML + (host.textContent ?? '')),
      html.getHTML({ serializableShadowRoots: true, shadowRoots: [] }),
      ...path,
    ].join('\n'),
    roots: attempts.filter((each) => each !== null && each !== undefined).length,
    attributes: ours.flatMap((host) =>
      host.getAttributeNames().map((name) => `${name}=${host.getAttribute(name)}`),
    ),
  }
}

test('no script of the page reads what we draw', async ({ browserAsShipped: context }) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect.poll(() => textInRoot(page, 'quotascope-strip')).toContain('13 records kept')
  await expect.poll(() => textInRoot(page, 'quotascope-marks')).toContain('Blocked 1 h 3 min')
  const got = await page.evaluate(whatThePageGets)
  expect(got.roots).toBe(0)
  expect(got.texts).not.toMatch(/records kept|Blocked 1 h/)
  expect(got.attributes.join(' ')).toMatch(/^(?:(?:data-place|data-theme|data-open|style)=\S* ?)+$/)
})

test('what the page does to our elements is undone', async ({ browserAsShipped: context }) => {
  const page = await context.newPage()
  await page.goto(CONSOLE)
  await expect.poll(() => textInRoot(page, 'quotascope-strip')).toContain('13 records kept')
  const strip = page.locator('quotascope-strip')
  const before = await strip.evaluate((host) => host.outerHTML)
  const under = await strip.evaluate((host) => host.previousElementSibling?.className)
  for (const touch of [
    (host: Element) => host.remove(),
    (host: Element) => host.setAttribute('hidden', ''),
    (host: Element) => host.setAttribute('style', 'position:fixed;left:-9999px'),
    (host: Element) => host.setAttribute('data-place', 'parked'),
    (host: Element) => host.replaceChildren('You have no quota left'),
    (host: Element) => document.body.append(host),
    (host: Element) => host.replaceWith(document.createElement('quotascope-strip')),
  ]) {
    await strip.evaluate(touch)
    await expect
      .poll(() =>
        page.evaluate((at) => {
          const hosts = [...document.querySelectorAll('quotascope-strip')]
          return hosts
            .filter((host) => host.previousElementSibling?.className === at)
            .map((host) => host.outerHTML)
        }, under),
      )
      .toContain(before)
    await expect.poll(() => textInRoot(page, 'quotascope-strip')).toContain('13 records kept')
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('quotascope-strip:not([data-place])')) host.remove()
    })
  }
})

test('no width makes the page scroll sideways that does not do so by itself', async ({
  browserAsShipped: context,
  browserWithout,
}) => {
  const widths = async (isOurs: boolean) => {
    const page = await (isOurs ? context : browserWithout).newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.goto(CONSOLE)
    await expect(page.locator('html')).toHaveAttribute('data-loaded', 'yes')
    if (isOurs) await expect.poll(() => textInRoot(page, 'quotascope-marks')).toContain('Blocked 1 h')
    const found: unknown[] = []
    for (const width of [320, 360, 640, 768, 899, 1280]) {
      await page.setViewportSize({ width, height: 700 })
      await page.waitForTimeout(300)
      found.push(await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]))
    }
    return { found, faults }
  }
  expect(await widths(true)).toEqual(await widths(false))
})
