import type { ServiceComponent } from './component'

/** What of the configuration gives labels a meaning of their own. */
export interface LabelsConfig {
  readonly hiddenLabels: readonly string[]
  readonly orderLabel: string | null
  readonly descriptionLabel: string | null
  readonly recordsSinceLabel: string | null
  readonly retiredLabel: string | null
}

/** Keys of labels that are nothing to choose by: hidden ones, and those that configure the page. */
export function hiddenLabelKeys(config: LabelsConfig): string[] {
  const { hiddenLabels, orderLabel, descriptionLabel, recordsSinceLabel, retiredLabel } = config
  return [...hiddenLabels, orderLabel, descriptionLabel, recordsSinceLabel, retiredLabel].filter(key => key !== null)
}

/** Keys of labels that a search does not look into. A description stands on the page: whoever reads it may search for it. */
export function unsearchedLabelKeys(config: LabelsConfig): string[] {
  return hiddenLabelKeys(config).filter(key => key !== config.descriptionLabel)
}

/** The description that a component carries as a label; undefined = none. */
export function descriptionOf(
  { labels }: ServiceComponent,
  { descriptionLabel: key }: Pick<LabelsConfig, 'descriptionLabel'>,
): string | undefined {
  return key !== null && Object.hasOwn(labels, key) ? labels[key] : undefined
}

export interface NamedLink {
  readonly name: string
  readonly url: string
}

/** The links that every component gets; `{componentId}` in their addresses is its id, encoded. */
export function componentLinks(id: string, links: readonly NamedLink[]): NamedLink[] {
  return links.map(({ name, url }) => ({ name, url: url.replaceAll('{componentId}', encodeURIComponent(id)) }))
}
