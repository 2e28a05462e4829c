// Only the build reads this file (build/widgetScript): the element has the texts that come out of it.
// Vite reads it before it knows the alias.
/* eslint-disable scs/layers */
import componentDe from '../../i18n/de.component.json' with { type: 'json' }
import elementDe from '../../i18n/de.element.json' with { type: 'json' }
import de from '../../i18n/de.json' with { type: 'json' }
import componentEn from '../../i18n/en.component.json' with { type: 'json' }
import elementEn from '../../i18n/en.element.json' with { type: 'json' }
import en from '../../i18n/en.json' with { type: 'json' }
import { justNow } from '../../i18n/justNow.ts'

const pick = <T extends object, K extends keyof T>(from: T, ...names: K[]) =>
  Object.fromEntries(names.map(name => [name, from[name]])) as Pick<T, K>

/** What an element says of the page's texts, and what only elements say. */
const wordsFrom = (
  language: string,
  page: Pick<typeof en, 'level' | 'banner' | 'incident' | 'components' | 'app'>,
  { component }: Pick<typeof componentEn, 'component'>,
  { element }: typeof elementEn,
) => ({
  level: pick(page.level, 'operational', 'maintenance', 'unknown', 'lastKnown'),
  banner: pick(
    page.banner,
    'operational',
    'notice',
    'maintenance',
    'affected',
    'incident',
    'partial',
    'unknown',
    'empty',
    'loading',
  ),
  incident: pick(page.incident, 'untitled', 'untitledMaintenance'),
  components: pick(page.components, 'inMaintenance'),
  component: pick(component, 'notFound', 'since'),
  app: pick(page.app, 'asOf'),
  element: { ...element, justNow: justNow(language) },
})

/** The texts of an element. A third language would make each page around it slower. */
export const widgetTexts = {
  en: wordsFrom('en', en, componentEn, elementEn),
  de: wordsFrom('de', de, componentDe, elementDe),
}

export type WordLanguage = keyof typeof widgetTexts
