const PLACE = /<head>(\s*<meta charset="[^"]*" \/>)?/
const OLD = /\s*<script type="application\/json" id="scs-config">[\s\S]*?<\/script>/g

/**
 * The page with this configuration in its head, in place of the one that it had: the status is asked for without asking for
 * `config.json` first. Nothing in it can end the script or begin another one.
 */
export function withConfig(html: string, input: unknown): string {
  const text = JSON.stringify(input).replaceAll('<', '\\u003c')
  const script = `\n    <script type="application/json" id="scs-config">${text}</script>`
  return html.replace(OLD, '').replace(PLACE, head => head + script)
}
