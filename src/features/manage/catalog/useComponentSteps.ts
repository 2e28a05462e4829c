import {
  componentNotTakenOver,
  componentChangesBetween,
  editLabels,
  findSameNamed,
  type LabelEdit,
} from '@/domain/catalogContent'
import type { ComponentChanges, NewComponent, ServiceComponent } from '@/domain/component'
import type { Api, Step } from '@/features/manage/operation/step'
import { useText } from '@/shared/composables/useText'
import { createStep, isGone, type CreateOptions, type StepOptions } from './catalogStep'

type Named = Pick<ServiceComponent, 'id' | 'name'>

/** The writes of components as steps: each knows how to read back what it wrote, and how to find out whether it arrived. */
export function useComponentSteps() {
  const { t } = useText()
  const fieldNames = (sent: ComponentChanges, after: ServiceComponent) =>
    componentNotTakenOver(sent, after).map(field => t(`manage.fieldName.${field}`))

  function create(component: NewComponent, options: CreateOptions = {}): Step {
    const { name } = component
    return createStep({
      label: options.label ?? t('manage.catalog.step.create', { name }),
      listed: async api => (await api.getComponents({ fresh: true })).items,
      send: api => api.createComponent(component),
      readBack: async (api, id) => fieldNames(component, await api.getComponent(id, { fresh: true })),
      find: (listed, known) => findSameNamed(component, listed, known),
      options,
    })
  }

  function change({ id, name }: Named, changes: ComponentChanges, options: StepOptions = {}): Step {
    const read = (api: Api) => api.getComponent(id, { fresh: true })
    return {
      label: options.label ?? t('manage.catalog.step.change', { name }),
      send: api => api.updateComponent(id, changes),
      readBack: async api => fieldNames(changes, await read(api)),
      lookUp: async api => !componentNotTakenOver(changes, await read(api)).length,
      ...(options.done && { done: options.done }),
    }
  }

  /** Changes the named labels only. Labels are replaced whole, so they are read again right before. */
  function label(component: ServiceComponent, edit: LabelEdit, options: StepOptions = {}): Step {
    const { id, name } = component
    const read = (api: Api) => api.getComponent(id, { fresh: true })
    const changesOf = (one: ServiceComponent) => componentChangesBetween(one, { ...one, labels: editLabels(one.labels, edit) })
    let changes = changesOf(component)
    return {
      label: options.label ?? t('manage.catalog.step.change', { name }),
      async prepare(api) {
        changes = changesOf(await read(api))
      },
      send: api => api.updateComponent(id, changes),
      readBack: async api => fieldNames(changes, await read(api)),
      lookUp: async api => !componentNotTakenOver(changes, await read(api)).length,
      ...(options.done && { done: options.done }),
    }
  }

  function remove({ id, name }: Named, options: StepOptions = {}): Step {
    return {
      label: options.label ?? t('manage.catalog.step.delete', { name }),
      send: api => api.deleteComponent(id),
      lookUp: api => isGone(() => api.getComponent(id, { fresh: true })),
      ...(options.done && { done: options.done }),
    }
  }

  return { create, change, label, remove }
}
