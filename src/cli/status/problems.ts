import type { ApiError } from '@/domain/apiError'
import type { ReadFailure } from '@/stores/queryState'
import type { Language } from '@/i18n/messages'
import type { ViewContext } from '@/statusView/model/viewContext'

/** The page adds what may be wrong with a browser. */
const UNREACHABLE: Readonly<Record<Language, string>> = {
  en: 'The server could not be reached.',
  de: 'Der Server ist nicht erreichbar.',
  fr: 'Le serveur est injoignable.',
}

/** What the system calls it, such as ECONNREFUSED; empty = nothing that is known. */
function systemCode(error: unknown): string {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { code } = one as NodeJS.ErrnoException
    if (typeof code === 'string') return code
  }
  return ''
}

/** Why a part could not be read, or not all of it. */
export function reasonText({ speech: { t, tn } }: ViewContext, language: Language, { error, invalidCount }: ReadFailure): string {
  if (!error) return tn('error.dropped', invalidCount)
  const code = error.kind === 'network' ? systemCode(error) : error.status && t('error.status', { status: error.status })
  return `${error.kind === 'network' ? UNREACHABLE[language] : t(`error.${error.kind}`)}${code ? ` (${code})` : ''}`
}

/** The same for machines: the kind of the error, or `invalid` for entries that nobody could read. */
export const reasonOf = ({ error }: ReadFailure): ApiError['kind'] | 'invalid' => error?.kind ?? 'invalid'

/** What it is that could not be read; of incidents, the time. */
export const partName = ({ speech: { t }, format }: ViewContext, { part, span }: ReadFailure): string =>
  span ? t('error.window', { part: t(`part.${part}`), window: format.range(span.start, span.end) }) : t(`part.${part}`)
