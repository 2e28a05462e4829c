import type { Incident } from '@/domain/incident/incident'
import type { Translator } from '@/i18n/translator'

/**
 * What the components are called that an incident names, each once; one that the page does not list has no name.
 * @param names by id; empty = they could not be read
 */
export function affectedNames(
  { t }: Pick<Translator, 't'>,
  { impacts }: Pick<Incident, 'impacts'>,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const unlisted = t(names.size ? 'incident.hiddenComponent' : 'incident.someComponent')
  return [...new Set(impacts.map(({ componentId }) => names.get(componentId) ?? unlisted))]
}
