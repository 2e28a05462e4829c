import type { Language, OperatorMessages } from './messages'

/** The texts of operators by language, beside those of the page. */
export const operatorMessageFiles: Record<Language, () => Promise<{ default: OperatorMessages }>> = {
  en: () => import('./en.manage.json'),
  de: () => import('./de.manage.json'),
}
