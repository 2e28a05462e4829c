/** The texts of a template, or of what came of it. */
export interface TemplateTexts {
  readonly title: string
  readonly description: string
}

/** By the name of a placeholder; a missing or empty value leaves the placeholder in the text. */
export type PlaceholderValues = Readonly<Record<string, string | undefined>>

export interface Filled<T> {
  readonly filled: T
  /** Names of the placeholders that are left, each once, in order of appearance: for the form to mark. */
  readonly open: readonly string[]
}

const placeholder = /\\\{|\{([a-zA-Z]\w*)\}/g

/**
 * Puts values in place of `{name}`; `\{` is a brace. Values are taken literally: what looks like a
 * placeholder in one is none, and in the description the characters of Markdown in them are escaped.
 */
export function fillTemplate(template: TemplateTexts, values: PlaceholderValues): Filled<TemplateTexts> {
  const title = fillText(template.title, values)
  const description = fillText(template.description, values, escapeMarkdown)
  return {
    filled: { title: title.filled, description: description.filled },
    open: [...new Set([...title.open, ...description.open])],
  }
}

/** One text. @param escape what is done to each value */
export function fillText(text: string, values: PlaceholderValues, escape = (value: string) => value): Filled<string> {
  const open = new Set<string>()
  const filled = text.replace(placeholder, (whole, name: string | undefined) => {
    if (name === undefined) return '{'
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value) return escape(value)
    open.add(name)
    return whole
  })
  return { filled, open: [...open] }
}

/** Makes a name plain text in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~!&]/g, '\\$&')
}
