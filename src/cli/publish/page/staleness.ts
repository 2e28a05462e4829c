/** What the script reads off its place; addresses and words stand there, so that the script is the same on every page. */
export interface StaleFacts {
  /** When the status was read, epoch milliseconds; null = never: then nothing in it is of now. */
  readonly readAt: number | null
  readonly staleAfterSeconds: number
  /** What the tab is called then. */
  readonly title: string
}

/** As attributes of the place (`#first`). */
export const staleAttributes = ({ readAt, staleAfterSeconds, title }: StaleFacts) => ({
  'data-published': readAt === null ? undefined : new Date(readAt).toISOString(),
  'data-stale-after': String(staleAfterSeconds),
  'data-stale-title': title,
})

/**
 * Stands right behind the place, so that it runs before anything is painted: a status that is too old, or from the future of this
 * device, is never shown as one of now, until the page takes the place. Whether the page comes or not, what was published stays: it
 * is no failure that would have to be told.
 */
export const STALE_SCRIPT = `(() => {
  const first = document.getElementById('first')
  const { published, staleAfter, staleTitle } = first.dataset
  const check = () => {
    if (!first.isConnected) return clearInterval(timer)
    const age = Date.now() - Date.parse(published)
    if ('stale' in first.dataset || (age <= staleAfter * 1000 && age >= -60000)) return
    first.dataset.stale = ''
    document.title = staleTitle
    const words = first.querySelector('template')
    words.previousElementSibling.replaceWith(words.content)
  }
  const timer = setInterval(check, 10000)
  check()
  document.addEventListener('scs-page-failed', event => first.isConnected && event.preventDefault())
})()`
