/** What is told of an incident in a chat, in words. */
export interface IncidentWords {
  readonly title: string
  /** Label, with its colon, and value, in their order: state, times, phase, components. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  /** What was said last, or what describes the incident: its heading and its plain text, of which either may be empty. */
  readonly said: { readonly heading: string; readonly text: string }
}

/** An incident as plain text: its title, a line for each fact, and apart from them what was said last. Ends without a line break. */
export function incidentText({ title, facts, said }: IncidentWords): string {
  const lines = facts.map(([label, value]) => `${label} ${value}`)
  const paragraphs = [[title, ...lines], [said.heading, said.text].filter(part => part !== '')]
  return (
    paragraphs
      .filter(paragraph => paragraph.length)
      .map(paragraph => paragraph.join('\n'))
      .join('\n\n')
      // Numbers stay with their units on the page; in a chat such spaces only surprise who searches.
      .replaceAll(/[\u00a0\u202f]/g, ' ')
  )
}
