import type { App } from 'vue'
import '@/app/styles/page.css'
import { takeFirstAnswer } from '@/api/firstAnswers'
import { createStatusPage } from '@/app/createStatusPage'
import { firstViewKey } from '@/stores/useFirstView'
import { loadConfig } from '@/config/loadConfig'

async function start() {
  const [result] = await Promise.all([
    loadConfig({
      fetch: (input, init) => takeFirstAnswer(input as string) ?? globalThis.fetch(input, init),
      baseUrl: document.baseURI,
      inline: document.getElementById('scs-config')?.textContent ?? undefined,
    }),
    // Only where the browser has no Temporal of its own.
    'Temporal' in globalThis ? undefined : import('temporal-polyfill/global'),
  ])
  const page = await createStatusPage(result)
  await takeOver(page)
}

// What cannot be drawn does not hold the page back.
const TAKE_OVER_MS = 3_000

/** Puts the page into the place of first paint, in one go: when it shows at least as much. */
async function takeOver(page: App) {
  const first = document.getElementById('first')!
  const place = document.getElementById('app')!
  const drawn = new Promise<void>(done => page.provide(firstViewKey, done))
  if ('painted' in first.dataset) {
    place.hidden = true
    page.mount(place)
    await Promise.race([drawn, new Promise(done => setTimeout(done, TAKE_OVER_MS))])
    place.hidden = false
  } else page.mount(place)
  first.remove()
}

// A language that is not there after a new release, say: no words of ours are left then but these.
start().catch((error: unknown) => {
  document.getElementById('failed')!.hidden = false
  // eslint-disable-next-line no-console -- the only place where the reason can be looked up
  console.error(error)
})
