const longest = 300

/**
 * What a server said about a failure, as one line of plain text; undefined where it said nothing readable. Takes the
 * bodies seen in the field: `{message}`, `{error: {message, reason}}`, `{error: "…"}`, `{errMsg}`, problem details, text,
 * and of a page only its title.
 */
export function errorDetail(body: unknown): string | undefined {
  const text = oneLine(typeof body === 'string' ? textOf(body) : said(body))
  const characters = [...text]
  return (characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text) || undefined
}

function said(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const { message, reason, error, errMsg, title, detail } = body as Record<string, unknown>
  const parts = [message, errMsg, title, reason, detail].filter(part => typeof part === 'string' && part.trim())
  if (parts.length) return [...new Set(parts)].join(': ')
  return typeof error === 'string' ? error : said(error)
}

function textOf(body: string): string {
  if (!/^\s*</.test(body)) return body
  const title = /<title[^>]*>([^<]*)</i.exec(body)?.[1] ?? ''
  return title.replace(/&(lt|gt|quot|apos|#39|amp);/g, (_, name: string) => entities[name] ?? '')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", amp: '&' }
