import { violationsOn } from '../browser/axe.ts'
import { expect, pasteSeed, settleZone, test } from '../browser/console-fixture.ts'

/** The command palette and the list of keys, by keyboard. */

test('goes to a page, an incident and does something, by typing', async ({ consolePage: page }) => {
  await pasteSeed(page)
  await settleZone(page, '+01:00')
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog').getByRole('combobox')
  await expect(box).toBeFocused()
  await box.fill('compare')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Compare' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await box.fill('2026-03-07')
  await page.getByRole('option', { name: /^2026-03-07 .* · / }).click()
  await expect(page).toHaveURL(/#\/incidents\?.*incident=/)
  await page.keyboard.press('Control+k')
  await box.fill('theme dark')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await box.fill('no such thing')
  await expect(page.getByText('Nothing matches.')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('? lists the keys, and is a letter like any other where one types', async ({ consolePage: page }) => {
  await expect(page.getByRole('button', { name: 'Go to …' })).toBeVisible()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys).toContainText('Ctrl K')
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Import' }).first().click()
  await page.getByLabel('Paste here').press('?')
  await expect(keys).toHaveCount(0)
  await expect(page.getByLabel('Paste here')).toHaveValue('?')
})
