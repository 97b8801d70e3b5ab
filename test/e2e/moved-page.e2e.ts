import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './browser/extension-fixture.ts'
import { accountsHolding, accountsKept, dumpKept } from './browser/kept.ts'

/*
 * A page that moves on without loading, to another section or to somebody else's, while answers are on their way: what it
 * reads on a page that is watched is kept, and in no account but that of whom it is for.
 */

const ADDRESS = 'https://www.kimi.com/code/moves'
const HISTORY = '/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests'
const USER = '/apiv2/kimi.gateway.account.v1.UserService/GetCurrentUser'

const rowsOf = (requestId: string) => ({
  requests: [{ requestId, requestTime: '2026-03-02T15:22:28Z', success: true, httpStatusCode: 200 }],
})

/** `?row=…` is a page of history with that row, `?who=…` a sign-in, and `?wait=…` makes it late. */
async function servePage(context: BrowserContext): Promise<Page> {
  await context.route('https://www.kimi.com/**', async (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    const [row, who] = [searchParams.get('row'), searchParams.get('who')]
    await new Promise((resolve) => {
      setTimeout(resolve, Number(searchParams.get('wait') ?? 0))
    })
    if (row !== null) await route.fulfill({ json: rowsOf(row) })
    else if (who !== null) await route.fulfill({ json: { user: { id: who } } })
    else if (pathname === '/code/moves')
      await route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><html lang="en"><title>Moves</title>',
      })
    else await route.fallback()
  })
  return context.newPage()
}

const CALLS = { history: HISTORY, user: USER }

/** Runs in the page, and gives what it sees of it all. */
async function moveOn({ history: rows, user }: typeof CALLS): Promise<readonly string[]> {
  const seen: string[] = []
  const ask = (address: string, query: string) => fetch(`${address}?${query}`, { method: 'POST', body: '{}' })
  const told = async (answer: Response) => {
    seen.push(`${location.pathname} ${answer.status} ${answer.url} ${await answer.text()} ${answer.bodyUsed}`)
  }
  const goTo = (address: string) => {
    history.pushState(null, '', address)
    seen.push(`at ${location.href}, ${history.length}`)
  }
  await told(await ask(user, 'who=first'))
  await told(await ask(rows, 'row=first-early'))
  const late = ask(rows, 'row=first-late&wait=1500')
  const unread = await ask(rows, 'row=first-unread')

  goTo('/membership/subscription?account=second')
  await told(await ask(user, 'who=second'))
  await told(await ask(rows, 'row=second-early'))
  await told(unread)
  await told(await late)

  goTo('/chat')
  await told(await ask(rows, 'row=while-elsewhere'))
  const begun = await ask(rows, 'row=begun-elsewhere')
  const request = new XMLHttpRequest()
  request.open('POST', `${rows}?row=requested-elsewhere&wait=500`)
  const loaded = new Promise((resolve) => {
    request.addEventListener('load', resolve)
  })
  request.send('{}')

  goTo('/code/console')
  await told(begun)
  await loaded
  seen.push(request.responseText)
  return seen
}

/** Nobody knows whose they are, since their page named two: they wait for the user. */
const WAITING = ['second-early', 'first-unread', 'first-late', 'begun-elsewhere', 'requested-elsewhere']

test('answers that come after their page has moved on are kept, and in no account of another', async ({
  browserWithExtension: context,
  browserWithout,
  openExtensionPage,
}) => {
  test.setTimeout(120_000)
  const seen: (readonly string[])[] = []
  for (const each of [browserWithout, context]) {
    const page = await servePage(each)
    await page.goto(ADDRESS)
    seen.push(await page.evaluate(moveOn, CALLS))
  }
  expect(seen[1]).toEqual(seen[0])
  expect(seen[0]).toHaveLength(12)

  const own = await openExtensionPage('extension/popup/index.html')
  const isKept = (id: string) =>
    expect.poll(() => accountsHolding(own, id), { timeout: 20_000 }).toHaveLength(1)
  for (const id of ['first-early', ...WAITING]) await isKept(id)
  expect(await dumpKept(own)).not.toContain('while-elsewhere')

  // each of them on a page that is theirs alone; of an account that is there already a page is believed by a row of it
  for (const [who, shown] of [
    ['first', ['first-early', 'first-again']],
    ['second', ['second-again']],
  ] as const) {
    const page = await context.newPage()
    await page.goto(ADDRESS)
    await page.evaluate(
      async (addresses) => {
        for (const address of addresses) await (await fetch(address, { method: 'POST', body: '{}' })).json()
      },
      [`${USER}?who=${who}`, ...shown.map((row) => `${HISTORY}?row=${row}`)],
    )
    await expect
      .poll(() => accountsHolding(own, `${who}-again`), { timeout: 20_000 })
      .toEqual([expect.stringMatching(/^account-/)])
  }
  const [first] = await accountsHolding(own, 'first-again')
  const [second] = await accountsHolding(own, 'second-again')
  expect(second).not.toBe(first)
  expect(await accountsHolding(own, 'first-early')).toEqual([first])
  const waiting = new Set((await Promise.all(WAITING.map((id) => accountsHolding(own, id)))).flat())
  expect([...waiting].filter((account) => account === first || account === second)).toEqual([])
  expect([...waiting].filter((account) => account.startsWith('account-'))).toEqual([])
  expect(await accountsKept(own)).toHaveLength(3)
})
