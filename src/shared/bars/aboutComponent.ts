import type { Config } from '@/config/schema'
import type { ServiceComponent } from '@/domain/component'

/** What the configured label says about a component; undefined where none does. */
export function descriptionOf({ labels }: ServiceComponent, { components: { descriptionLabel } }: Config): string | undefined {
  return descriptionLabel !== null && Object.hasOwn(labels, descriptionLabel) ? labels[descriptionLabel] : undefined
}

/** The configured links of a component, its id in their addresses. */
export const linksOf = ({ id }: ServiceComponent, { links }: Config) =>
  links.components.map(({ name, url }) => ({ name, url: url.replaceAll('{componentId}', encodeURIComponent(id)) }))
