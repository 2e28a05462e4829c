import type { Catalog, ProvisioningPart } from '@/domain/catalog/provisioning'
import type { ParsedList } from '@/domain/status/parsedList'
import { nullIfNotFound } from '@/operator/operation/nullIfNotFound'
import type { Api } from '@/operator/operation/step'
import { currentPhases } from '@/operator/steps/usePhaseSteps'

export interface FreshCatalog {
  readonly catalog: Catalog
  /** Entries that the server sent and nobody could read. */
  readonly invalidCount: number
  /** Parts that this server knows nothing of: old ones have no severities. */
  readonly absent: readonly ProvisioningPart[]
}

/** What the server holds now, past every cache. Throws ApiError: half a catalog would make an import of the other half new. */
export async function readCatalog(api: Api): Promise<FreshCatalog> {
  const [impactTypes, components, severities, phases] = await Promise.all([
    nullIfNotFound(api.getImpactTypes({ fresh: true })),
    nullIfNotFound(api.getComponents({ fresh: true })),
    nullIfNotFound(api.getSeverities({ fresh: true })),
    currentPhases(api),
  ])
  const lists = { impactTypes, components, severities }
  const itemsOf = <T>(list: ParsedList<T> | null) => list && list.items
  return {
    catalog: {
      impactTypes: itemsOf(impactTypes),
      components: itemsOf(components),
      severities: itemsOf(severities),
      phases: phases.names,
    },
    invalidCount: Object.values(lists).reduce((sum, list) => sum + (list?.invalidCount ?? 0), 0),
    absent: (['severities', 'impactTypes', 'components'] as const).filter(part => lists[part] === null),
  }
}
