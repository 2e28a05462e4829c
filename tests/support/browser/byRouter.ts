import type { OpenedPage } from './page'

/** Leads an opened page to another address below its base as a step through the history does: by its router, nothing is loaded again. */
export const routeTo = ({ page, site }: Pick<OpenedPage, 'page' | 'site'>, path: string): Promise<void> =>
  page.evaluate(to => {
    history.pushState({ ...(history.state as object) }, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }, site.url + path)
