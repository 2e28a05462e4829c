import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright'

/** The file that comes when something is pressed; of its text the mark of the byte order is a part. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  // Not by its path: the browser may be another machine's.
  const content = await buffer(await download.createReadStream())
  return { name: download.suggestedFilename(), text: content.toString('utf8') }
}
