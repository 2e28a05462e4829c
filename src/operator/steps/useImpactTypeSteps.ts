import type { ImpactType, ImpactTypeChanges, NewImpactType } from '@/domain/catalog/catalog'
import { findSameNamed, impactTypeNotTakenOver } from '@/domain/catalog/catalogContent'
import { impactTypeRecord } from '@/domain/catalog/catalogRecord'
import { recordChanges, recordPart } from '@/domain/writing/conflict'
import type { Api, Step } from '@/operator/operation/step'
import { changeStep, createStep, removeStep } from '@/operator/operation/writeStep'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import { useText } from '@/composables/useText'
import { useProvider } from '@/stores/provider'

type Named = Pick<ImpactType, 'id' | 'name'>

/** The writes of impact types as steps, as useComponentSteps has those of components. */
export function useImpactTypeSteps() {
  const { t } = useText()
  const own = useOwnWrites(useProvider())
  const reading = (id: string) => (api: Api) => api.getImpactType(id, { fresh: true })
  const lostOf = (sent: ImpactTypeChanges) => (after: ImpactType) =>
    impactTypeNotTakenOver(sent, after).map(field => t(`manage.fieldName.${field}`))

  /** @param known ids of all impact types that are there, where somebody knows them */
  function create(type: NewImpactType, known?: Set<string>): Step {
    return createStep({
      label: t('manage.catalog.step.create', { name: type.name }),
      listed: async api => (await api.getImpactTypes({ fresh: true })).items,
      keyOf: ({ id }) => id,
      send: api => api.createImpactType(type),
      read: (api, id) => reading(id)(api),
      lost: lostOf(type),
      find: (listed, before) => findSameNamed(type, listed, before),
      known,
    })
  }

  /** @param before as the server knows it */
  function change(before: ImpactType, changes: ImpactTypeChanges): Step {
    const { id, name } = before
    const written = recordChanges(impactTypeRecord(before), impactTypeRecord({ ...before, ...changes }))
    return changeStep({
      label: t('manage.catalog.step.change', { name }),
      before: () => own.addToRecord('impactTypes', id, written),
      send: api => api.updateImpactType(id, changes),
      read: reading(id),
      lost(after) {
        own.addToRecord('impactTypes', id, recordPart(impactTypeRecord(after), written))
        return lostOf(changes)(after)
      },
    })
  }

  function remove({ id, name }: Named): Step {
    return removeStep({
      label: t('manage.catalog.step.delete', { name }),
      send: api => api.deleteImpactType(id),
      read: reading(id),
    })
  }

  return { create, change, remove }
}
