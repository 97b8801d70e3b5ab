import type { Locator, Page } from '@playwright/test'
import { expect as expectSoon } from './extension-fixture.ts'

/** On a machine that is busy with other things a worker takes its time. */
export const expect = expectSoon.configure({ timeout: 20_000 })

export const CONSOLE = 'https://www.kimi.com/code/console'

export const stripOf = (page: Page): Locator => page.locator('quotascope-strip')

/** Waits until the strip shows what the worker knows. */
export const ready = (page: Page): Promise<void> =>
  expect(stripOf(page).locator('.meter').first()).toBeAttached()

/** Where something is in the window; throws when it is nowhere. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not shown')
  return box
}
