import type { Page } from 'playwright'
import { expect } from 'vitest'

/** What this browser keeps, by the names of the records. */
export const keptNames = (page: Page) =>
  page.evaluate(async () => {
    const request = indexedDB.open('scs-status')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error('no database'))
    })
    const names = database.objectStoreNames.contains('answers')
      ? await new Promise<IDBValidKey[]>((resolve, reject) => {
          const keys = database.transaction('answers').objectStore('answers').getAllKeys()
          keys.onsuccess = () => resolve(keys.result)
          keys.onerror = () => reject(new Error('no keys'))
        })
      : []
    database.close()
    return names.map(key => (key as string[])[1])
  })

/** Waits for a record, or as many. Nobody looks before the page has made its database: that would make an empty one. */
export async function keeps(page: Page, name: string, count = 1): Promise<void> {
  const look = async () => ((await page.evaluate(() => indexedDB.databases())).length ? keptNames(page) : [])
  await expect.poll(async () => (await look()).filter(one => one === name).length, { timeout: 10_000 }).toBe(count)
}
