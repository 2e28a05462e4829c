import 'virtual:palette.css'
import '@/app/styles/page.css'
import { consumePrefetched } from '@/api/prefetchedResponses'
import { createStatusPage } from '@/app/createStatusPage'
import { handoff } from '@/app/handoff'
import { loadConfig } from '@/config/loadConfig'

async function start() {
  const inline = document.getElementById('scs-config')
  const [result] = await Promise.all([
    loadConfig({
      fetch: (input, init) => consumePrefetched(input as string, init?.signal) ?? globalThis.fetch(input, init),
      baseUrl: document.baseURI,
      inline: inline?.textContent,
      mark: inline?.dataset.checked,
    }),
    // Only where the browser has no Temporal of its own.
    'Temporal' in globalThis ? undefined : import('temporal-polyfill/global'),
  ])
  await handoff(await createStatusPage(result))
}

// A language that is not there after a new release, say: no words of ours are left then but these.
start().catch((error: unknown) => {
  document.getElementById('failed')!.hidden = !document.dispatchEvent(new Event('scs-page-failed', { cancelable: true }))
  // eslint-disable-next-line no-console -- the only place where the reason can be looked up
  console.error(error)
})
