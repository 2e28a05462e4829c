import type { Catalog, ProvisioningEntry } from '@/domain/catalog/provisioning'
import { inOrderOfWriting } from '@/domain/catalog/provisioningOrder'
import type { Step } from '@/operator/operation/step'
import { useComponentSteps } from '@/operator/steps/useComponentSteps'
import { useImpactTypeSteps } from '@/operator/steps/useImpactTypeSteps'
import { usePhaseSteps } from '@/operator/steps/usePhaseSteps'
import { useSeveritySteps } from '@/operator/steps/useSeveritySteps'

/** An import as the steps of one operation, in the order of writing. */
export function useProvisioningSteps() {
  const components = useComponentSteps()
  const impactTypes = useImpactTypeSteps()
  const severities = useSeveritySteps()
  const phases = usePhaseSteps()

  /** @param catalog as it was read right before: hundreds of creations need not read the lists for themselves */
  return (entries: readonly ProvisioningEntry[], catalog: Catalog): Step[] => {
    const known = {
      components: new Set(catalog.components?.map(({ id }) => id)),
      impactTypes: new Set(catalog.impactTypes?.map(({ id }) => id)),
    }

    function ofComponent(entry: ProvisioningEntry & { part: 'components' }): Step[] {
      if (entry.kind === 'changed') return [components.change(entry.found, entry.changes)]
      if (entry.kind === 'onlyOnServer') return [components.remove(entry.found)]
      if (entry.kind !== 'new') return []
      const { name, labels } = entry.wanted
      return [components.create({ name, ...(labels && { labels }) }, known.components)]
    }

    function ofImpactType(entry: ProvisioningEntry & { part: 'impactTypes' }): Step[] {
      if (entry.kind === 'changed') return [impactTypes.change(entry.found, entry.changes)]
      if (entry.kind === 'onlyOnServer') return [impactTypes.remove(entry.found)]
      if (entry.kind !== 'new') return []
      const { name, description } = entry.wanted
      return [impactTypes.create({ name, ...(description && { description }) }, known.impactTypes)]
    }

    function ofSeverity(entry: ProvisioningEntry & { part: 'severities' }): Step[] {
      if (entry.kind === 'changed') return [severities.change(entry.found, entry.changes)]
      if (entry.kind === 'onlyOnServer') return [severities.remove(entry.found)]
      return entry.kind === 'new' ? [severities.create(entry.wanted)] : []
    }

    return inOrderOfWriting(entries).flatMap(entry => {
      switch (entry.part) {
        case 'phases':
          return [phases.create(entry.wanted)]
        case 'severities':
          return ofSeverity(entry)
        case 'impactTypes':
          return ofImpactType(entry)
        case 'components':
          return ofComponent(entry)
      }
    })
  }
}
