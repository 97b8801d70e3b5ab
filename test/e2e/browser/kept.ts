import type { Page } from '@playwright/test'

/** How many items of each kind the extension's database holds, read from the real IndexedDB by a page of its own. */
export function countKept(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const opening = indexedDB.open('quotascope')
        opening.addEventListener('error', () => reject(new Error(String(opening.error))))
        opening.addEventListener('success', () => {
          const db = opening.result
          if (!db.objectStoreNames.contains('headers')) {
            db.close()
            resolve({})
            return
          }
          const reading = db.transaction('headers').objectStore('headers').getAll()
          reading.addEventListener('error', () => reject(new Error(String(reading.error))))
          reading.addEventListener('success', () => {
            const counts: Record<string, number> = {}
            for (const { kind, count } of reading.result) counts[kind] = (counts[kind] ?? 0) + count
            db.close()
            resolve(counts)
          })
        })
      }),
  )
}

/** Labels of the accounts in the extension's database, provisional ones included. */
export function accountsKept(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(
    () =>
      new Promise<readonly unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('quotascope')
        opening.addEventListener('error', () => reject(new Error(String(opening.error))))
        opening.addEventListener('success', () => {
          const db = opening.result
          const reading = db.transaction('accounts').objectStore('accounts').getAllKeys()
          reading.addEventListener('error', () => reject(new Error(String(reading.error))))
          reading.addEventListener('success', () => {
            db.close()
            resolve(reading.result)
          })
        })
      }),
  )
}

/** The labels of the accounts under which a text is kept, in any table. */
export function accountsHolding(page: Page, text: string): Promise<readonly string[]> {
  return page.evaluate(async (sought) => {
    const request = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result))
        asked.addEventListener('error', () => reject(new Error(String(asked.error))))
      })
    const db = await request(indexedDB.open('quotascope'))
    const found = new Set<string>()
    for (const table of db.objectStoreNames)
      for (const row of await request(db.transaction(table).objectStore(table).getAll())) {
        const { account }: { readonly account?: unknown } = row
        if (typeof account === 'string' && JSON.stringify(row).includes(sought)) found.add(account)
      }
    db.close()
    return [...found]
  }, text)
}

/** Everything that the extension keeps, as one text: all of IndexedDB, bytes included, and both storage areas. */
export function dumpKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [
      JSON.stringify(await chrome.storage.local.get()),
      JSON.stringify(await chrome.storage.session.get()),
    ]
    const asText = (_: string, value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
      if (ArrayBuffer.isView(value))
        return new TextDecoder('latin1').decode(
          new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
        )
      return value
    }
    const request = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result))
        asked.addEventListener('error', () => reject(new Error(String(asked.error))))
      })
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const db = await request(indexedDB.open(name))
      for (const table of db.objectStoreNames) {
        const store = db.transaction(table).objectStore(table)
        texts.push(JSON.stringify([await request(store.getAll()), await request(store.getAllKeys())], asText))
      }
      db.close()
    }
    return texts.join('\n')
  })
}
