import type { Locator, Page } from 'playwright'

/** The icon of the tab, as an address. */
export const iconOf = (page: Page): Promise<string | null> => page.locator('link[rel=icon]').getAttribute('href')

/** In which colour a text is written, and on which. */
export const colorsOf = (locator: Locator): Promise<{ color: string; backgroundColor: string }> =>
  locator.evaluate(element => {
    const { color } = getComputedStyle(element)
    const backgrounds = []
    for (let at: Element | null = element; at; at = at.parentElement) backgrounds.push(getComputedStyle(at).backgroundColor)
    return { color, backgroundColor: backgrounds.find(one => !/^transparent$|, 0\)$/.test(one)) ?? 'rgb(255, 255, 255)' }
  })

/** The colour of the first shape that is drawn in it. */
export const shapeColorOf = (locator: Locator): Promise<string> =>
  locator.evaluate(element => {
    const shape = [...element.querySelectorAll('*')].find(one => one instanceof SVGGeometryElement)
    return getComputedStyle(shape!).fill
  })

/** Whether a picture of that name has come and can be seen. */
export const showsPicture = (page: Page, name: string): Promise<boolean> =>
  page.evaluate(
    name => [...document.images].some(one => one.src.endsWith(`/${name}`) && one.naturalWidth > 0 && one.checkVisibility()),
    name,
  )
