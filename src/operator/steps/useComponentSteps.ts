import {
  componentNotTakenOver,
  componentChangesBetween,
  editLabels,
  findSameNamed,
  type ComponentFields,
  type LabelEdit,
} from '@/domain/catalog/catalogContent'
import { componentRecord, labelEditRecord } from '@/domain/catalog/catalogRecord'
import { recordChanges, recordPart, type TextRecord } from '@/domain/writing/conflict'
import type { ComponentChanges, NewComponent, ServiceComponent } from '@/domain/component/component'
import type { Api, Batch, Step } from '@/operator/operation/step'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import { changeStep, createStep, removeStep } from '@/operator/operation/writeStep'
import { useText } from '@/composables/useText'
import { useClock } from '@/stores/clock'
import { useProvider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'

type Named = Pick<ServiceComponent, 'id' | 'name'>

/** What is to become of the labels of one of many components. */
interface ComponentLabelEdit {
  readonly component: ServiceComponent
  readonly edit: LabelEdit
}

/** The writes of components as steps: each knows how to read back what it wrote, and how to find out whether it arrived. */
export function useComponentSteps() {
  const { t } = useText()
  const provider = useProvider()
  const store = useStatusStore(provider, useClock())
  const own = useOwnWrites(provider)
  const reading = (id: string) => (api: Api) => api.getComponent(id, { fresh: true })
  const lostOf = (sent: ComponentChanges) => (after: ServiceComponent) =>
    componentNotTakenOver(sent, after).map(field => t(`manage.fieldName.${field}`))

  /** Remembers what is written, as it is sent and as it is read back. */
  const remember = (id: string, written: TextRecord) => own.addToRecord('components', id, written)
  const rememberRead = (after: ServiceComponent, written: TextRecord) =>
    remember(after.id, recordPart(componentRecord(after), written))

  /**
   * @param known ids of all components that are there, where somebody knows them
   * @param done given the id that the server chose; null = it is there, and nobody knows its id
   */
  function create(component: NewComponent, known?: Set<string>, done?: (id: string | null) => void): Step {
    return createStep({
      label: t('manage.catalog.step.create', { name: component.name }),
      listed: async api => (await api.getComponents({ fresh: true })).items,
      keyOf: ({ id }) => id,
      send: api => api.createComponent(component),
      read: (api, id) => reading(id)(api),
      lost: lostOf(component),
      find: (listed, before) => findSameNamed(component, listed, before),
      known,
      seen: () => (store.parts.components.readAt === null ? null : store.sentComponents.map(({ id }) => id)),
      done,
    })
  }

  /** @param before as the server knows it */
  function change(before: ComponentFields & Named, changes: ComponentChanges): Step {
    const { id, name } = before
    const written = recordChanges(componentRecord(before), componentRecord({ ...before, ...changes }))
    return changeStep({
      label: t('manage.catalog.step.change', { name }),
      before: () => remember(id, written),
      send: api => api.updateComponent(id, changes),
      read: reading(id),
      lost(after) {
        rememberRead(after, written)
        return lostOf(changes)(after)
      },
    })
  }

  /**
   * Changes the named labels only. Labels are replaced whole, so they are read again right before.
   * @param inList the component as a list of all has it, where that is read beforehand and afterwards
   */
  function label(component: ServiceComponent, edit: LabelEdit, text?: string, inList?: () => ServiceComponent | undefined): Step {
    const { id, name } = component
    const changesOf = (one: ServiceComponent) => componentChangesBetween(one, { ...one, labels: editLabels(one.labels, edit) })
    const written = labelEditRecord(edit)
    let changes = changesOf(component)
    const lost = (after: ServiceComponent) => {
      rememberRead(after, written)
      return lostOf(changes)(after)
    }
    return {
      ...changeStep({
        label: text ?? t('manage.catalog.step.change', { name }),
        send: api => api.updateComponent(id, changes),
        read: reading(id),
        lost,
      }),
      async prepare(api) {
        remember(id, written)
        changes = changesOf(inList ? (inList() ?? component) : await reading(id)(api))
      },
      ...(inList && {
        verify() {
          const after = inList()
          // Someone deleted it right after.
          if (!after) throw new Error(`component ${id} is not listed`)
          return lost(after)
        },
      }),
    }
  }

  /** The same for many: their labels are read in one list beforehand, and in one list afterwards. */
  function labelAll(edits: readonly ComponentLabelEdit[]): Batch {
    let listed: ReadonlyMap<string, ServiceComponent> = new Map(edits.map(({ component }) => [component.id, component]))
    return {
      steps: edits.map(({ component, edit }) => label(component, edit, undefined, () => listed.get(component.id))),
      async read(api) {
        listed = new Map((await api.getComponents({ fresh: true })).items.map(one => [one.id, one]))
      },
    }
  }

  function remove({ id, name }: Named): Step {
    return removeStep({
      label: t('manage.catalog.step.delete', { name }),
      send: api => api.deleteComponent(id),
      read: reading(id),
    })
  }

  /** Deletes many. What is to go was read and confirmed right before: only afterwards one list tells what became of it. */
  function removeAll(components: readonly Named[]): Batch {
    let left: ReadonlySet<string> | null = null
    let isBefore = true
    return {
      steps: components.map(component => ({
        ...remove(component),
        verify: () => (left?.has(component.id) ? [t('manage.delete.confirm')] : []),
      })),
      async read(api) {
        if (!isBefore) left = new Set((await api.getComponents({ fresh: true })).items.map(({ id }) => id))
        isBefore = false
      },
    }
  }

  return { create, change, label, labelAll, remove, removeAll }
}
