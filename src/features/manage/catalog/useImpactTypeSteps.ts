import type { ImpactType, ImpactTypeChanges, NewImpactType } from '@/domain/catalog'
import { findSameNamed, impactTypeNotTakenOver } from '@/domain/catalogContent'
import type { Api, Step } from '@/features/manage/operation/step'
import { useText } from '@/shared/composables/useText'
import { createStep, isGone, type CreateOptions, type StepOptions } from './catalogStep'

type Named = Pick<ImpactType, 'id' | 'name'>

/** The writes of impact types as steps, as useComponentSteps has those of components. */
export function useImpactTypeSteps() {
  const { t } = useText()
  const fieldNames = (sent: ImpactTypeChanges, after: ImpactType) =>
    impactTypeNotTakenOver(sent, after).map(field => t(`manage.fieldName.${field}`))

  function create(type: NewImpactType, options: CreateOptions = {}): Step {
    return createStep({
      label: options.label ?? t('manage.catalog.step.create', { name: type.name }),
      listed: async api => (await api.getImpactTypes({ fresh: true })).items,
      send: api => api.createImpactType(type),
      readBack: async (api, id) => fieldNames(type, await api.getImpactType(id, { fresh: true })),
      find: (listed, known) => findSameNamed(type, listed, known),
      options,
    })
  }

  function change({ id, name }: Named, changes: ImpactTypeChanges, options: StepOptions = {}): Step {
    const read = (api: Api) => api.getImpactType(id, { fresh: true })
    return {
      label: options.label ?? t('manage.catalog.step.change', { name }),
      send: api => api.updateImpactType(id, changes),
      readBack: async api => fieldNames(changes, await read(api)),
      lookUp: async api => !impactTypeNotTakenOver(changes, await read(api)).length,
      ...(options.done && { done: options.done }),
    }
  }

  function remove({ id, name }: Named, options: StepOptions = {}): Step {
    return {
      label: options.label ?? t('manage.catalog.step.delete', { name }),
      send: api => api.deleteImpactType(id),
      lookUp: api => isGone(() => api.getImpactType(id, { fresh: true })),
      ...(options.done && { done: options.done }),
    }
  }

  return { create, change, remove }
}
