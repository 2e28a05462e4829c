import { computed } from 'vue'
import { groupNames } from '@/domain/component/grouping'
import type { Management } from '@/operator/useManagement'
import { useFormat } from '@/composables/useFormat'
import { useText } from '@/composables/useText'

const MAX_VALUES = 100

/** What exists already, to choose labels from, and what the configuration makes of them. */
export function useLabelHelp({ provider, store }: Pick<Management, 'provider' | 'store'>) {
  const { t } = useText()
  const format = useFormat()
  const config = provider.config.components
  const reserved = [
    { key: config.descriptionLabel, use: 'description' },
    { key: config.orderLabel, use: 'order' },
    { key: config.recordsSinceLabel, use: 'recordsSince' },
    { key: config.retiredLabel, use: 'retired' },
    { key: config.groupBy, use: 'groupBy' },
  ] as const

  /** Known values by key. */
  const values = computed(() => {
    const known = new Map<string, Set<string>>()
    for (const { key } of reserved) if (key !== null) known.set(key, new Set())
    for (const { labels } of store.components)
      for (const [key, value] of Object.entries(labels)) known.set(key, (known.get(key) ?? new Set()).add(value))
    return known
  })

  return {
    keys: computed(() => [...values.value.keys()].sort()),
    valuesOf: (key: string) => [...(values.value.get(key.trim()) ?? [])].sort().slice(0, MAX_VALUES),
    /** What a label means to this page; null = nothing but what it says. */
    explain(typed: string, value: string): string | null {
      const key = typed.trim()
      const use = reserved.find(one => one.key !== null && one.key === key)?.use
      const parts: string[] = []
      if (use) parts.push(t(`manage.components.reserved.${use}`))
      if (config.hiddenLabels.includes(key)) parts.push(t('manage.components.reserved.hidden'))
      const groups = groupNames({ id: '', name: '', labels: { [key]: value }, activeReferences: [] }, key).filter(
        name => name !== null,
      )
      if ((!use || use === 'groupBy') && groups.length > 1)
        parts.push(t('manage.components.severalGroups', { names: format.list(groups) }))
      return parts.join(' ') || null
    },
  }
}
