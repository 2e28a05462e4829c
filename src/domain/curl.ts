/** A request to be shown. */
export interface ShownRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Absolute. */
  readonly url: string
  /** What is sent as JSON. */
  readonly body?: object | undefined
  /** Whether it carries a token: shown as the variable $TOKEN, never the token itself. */
  readonly authenticated: boolean
}

/** The request as a command for a POSIX shell: in one line where it has no options, else one option a line. */
export function curlOf({ method, url, body, authenticated }: ShownRequest): string {
  const parts = [method === 'GET' ? 'curl' : `curl -X ${method}`]
  // Otherwise curl reads brackets as ranges.
  if (/[[\]{}]/.test(url)) parts.push('--globoff')
  // Double quotes, so that the shell fills it in.
  if (authenticated) parts.push('-H "Authorization: Bearer $TOKEN"')
  if (body) parts.push("-H 'Content-Type: application/json'", `--data-raw ${quoted(JSON.stringify(body))}`)
  return [...parts, quoted(url)].join(parts.length > 1 ? ' \\\n  ' : ' ')
}

/** Several of them, apart from each other where one takes more than a line. */
export function curlOfAll(requests: readonly ShownRequest[]): string {
  const commands = requests.map(curlOf)
  return commands.join(commands.some(command => command.includes('\n')) ? '\n\n' : '\n')
}

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
