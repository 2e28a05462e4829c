import type { Severity, SeverityChanges } from '@/domain/catalog/catalog'
import { useProvider } from '@/stores/provider'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import { useText } from '@/composables/useText'
import type { Api, Step } from '@/operator/operation/step'

/**
 * The writes of severities as steps. A severity is identified by its name, and the list tells what became of it: names may repeat,
 * and some proxies refuse a name in a path (docs/domain.md, "Names in paths"), which is no sign that it is gone.
 */
export function useSeveritySteps() {
  const { t } = useText()
  const own = useOwnWrites(useProvider())
  /** @param value null = there is none of that name any more */
  const remember = (name: string, value: number | null) =>
    own.addToRecord('severities', name, { value: value === null ? null : String(value) })
  const listed = async (api: Api) => (await api.getSeverities({ fresh: true })).items

  function create(severity: Severity): Step {
    const count = async (api: Api) => (await listed(api)).filter(one => isSame(one, severity)).length
    // Without it, any that is the same may have been there before.
    let before: number | null = null
    return {
      kind: 'create',
      label: t('manage.catalog.step.create', { name: severity.name }),
      async prepare(api) {
        remember(severity.name, severity.value)
        before ??= await count(api).catch(() => null)
      },
      send: api => api.createSeverity(severity),
      verify: api => readBack(api, severity.name, severity),
      async verifyAfterTimeout(api) {
        const now = await count(api)
        return before === null && now > 0 ? null : now > (before ?? 0)
      },
    }
  }

  /** @param before as the server knows it */
  function change(before: Severity, changes: SeverityChanges): Step {
    const { name } = before
    const notTaken = async (api: Api) => lost(name, changes, await listed(api))
    const isRenamed = changes.name !== undefined
    return {
      kind: 'change',
      label: t('manage.catalog.step.change', { name }),
      prepare() {
        if (isRenamed) remember(name, null)
        remember(changes.name ?? name, changes.value ?? before.value)
      },
      send: api => api.updateSeverity(name, changes),
      verify: api => (isRenamed ? notTaken(api) : readBack(api, name, changes)),
      verifyAfterTimeout: async api => (await notTaken(api)).length === 0,
    }
  }

  function remove({ name }: Pick<Severity, 'name'>): Step {
    return {
      kind: 'remove',
      label: t('manage.catalog.step.delete', { name }),
      prepare: () => remember(name, null),
      send: api => api.deleteSeverity(name),
      verifyAfterTimeout: async api => (await listed(api)).every(one => one.name !== name),
    }
  }

  /** Reads one by its own address. Where that is refused, or names only the first of several, the list tells. */
  async function readBack(api: Api, name: string, sent: SeverityChanges): Promise<string[]> {
    const one = await api.getSeverity(name, { fresh: true }).catch(() => null)
    return one && lost(name, sent, [one]).length === 0 ? [] : lost(name, sent, await listed(api))
  }

  /** What a change of the severity once called `name` left undone: a new name is a new identity. */
  function lost(name: string, sent: SeverityChanges, after: readonly Severity[]): string[] {
    const renamed = sent.name === undefined || after.some(one => one.name === sent.name)
    const now = renamed ? (sent.name ?? name) : name
    const kept = sent.value === undefined || after.some(one => isSame(one, { name: now, value: sent.value! }))
    return [...(renamed ? [] : [t('manage.severities.name')]), ...(kept ? [] : [t('manage.severities.value')])]
  }

  return { create, change, remove }
}

const isSame = (a: Severity, b: Severity) => a.name === b.name && a.value === b.value
