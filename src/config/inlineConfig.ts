import { parseConfig } from './parseConfig'

const PLACE = /<head>(\s*<meta charset="[^"]*" \/>)?/
const OLD = /\s*<script type="application\/json" id="scs-config"[^>]*>[\s\S]*?<\/script>/g

/**
 * The page with this configuration in its head, in place of the one that it had: the status is asked for without asking for
 * `config.json` first. Nothing in it can end the script or begin another one. One that is valid is marked so: first paint draws by no
 * other, since it cannot check any.
 */
export function withConfig(html: string, input: unknown): string {
  const text = JSON.stringify(input).replaceAll('<', '\\u003c')
  const checked = parseConfig(input).config ? ' data-checked' : ''
  const script = `\n    <script type="application/json" id="scs-config"${checked}>${text}</script>`
  return html.replace(OLD, '').replace(PLACE, head => head + script)
}
