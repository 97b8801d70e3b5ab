import type { Locator, Page } from '@playwright/test'

/** The rows of the replica's usage history, in its ordinary markup. */
export const historyRows = (page: Page): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^(?:Usage History|使用记录)$/ }) })
    .locator('tbody tr')
