import { computed, shallowRef } from 'vue'
import type { ApiError } from '@/domain/apiError'
import { isChoosable, provisioningDiff, sameWrites, type ProvisioningEntry } from '@/domain/catalog/provisioning'
import { renameOffers, withRenames } from '@/domain/catalog/provisioningRenames'
import { scaleEffect } from '@/domain/catalog/provisioningScale'
import { useOperation } from '@/operator/operation/useOperation'
import type { Management } from '@/operator/useManagement'
import { readCatalog, type FreshCatalog } from './provisioningCatalog'
import { readProvisioning, type ReadYaml } from './provisioningYaml'
import { useProvisioningSteps } from './useProvisioningSteps'

/** A comparison of the file with the server, as it is shown. */
interface Comparison extends FreshCatalog {
  /** Where nothing was renamed. */
  readonly entries: readonly ProvisioningEntry[]
}

/** An import: a text, what it means, how the server differs from it, and the writes that make the server like it. */
export function useProvisioningImport({ provider, store }: Management) {
  const stepsOf = useProvisioningSteps()
  const operation = useOperation(provider)
  const typed = shallowRef('')
  /** The text that was imported last, whole. */
  const imported = shallowRef<string | null>(null)
  const result = shallowRef<ReadYaml | null>(null)
  const comparison = shallowRef<Comparison | null>(null)
  const error = shallowRef<ApiError | null>(null)
  const reading = shallowRef(false)
  /** What the operator looked at was not how the server is any more. */
  const changedInBetween = shallowRef(false)
  /** Keys of entries that stay as they are; they survive another comparison. */
  const unticked = shallowRef<ReadonlySet<string>>(new Set())
  const deleting = shallowRef(false)
  /** Keys of new entries that are something on the server under another name. */
  const renamed = shallowRef<ReadonlySet<string>>(new Set())
  /** Nobody can undo a generation of phases: it is published on a word of its own, which another comparison forgets. */
  const publishing = shallowRef(false)

  const offers = computed(() => (comparison.value ? renameOffers(comparison.value.entries) : []))
  const entries = computed(() => (comparison.value ? withRenames(comparison.value.entries, renamed.value) : []))
  const isChosen = (entry: ProvisioningEntry) =>
    isChoosable(entry, deleting.value) && (entry.part === 'phases' ? publishing.value : !unticked.value.has(entry.key))
  const chosen = computed(() => entries.value.filter(isChosen))
  const deletions = computed(() => chosen.value.filter(({ kind }) => kind === 'onlyOnServer'))
  const effect = computed(() =>
    scaleEffect(chosen.value, {
      severities: comparison.value?.catalog.severities ?? [],
      options: store.scaleOptions,
      incidents: store.incidents,
    }),
  )

  const text = computed({
    get: () => typed.value,
    set(value) {
      typed.value = value
      // What is shown belongs to another text, and so does what is still awaited.
      result.value = comparison.value = error.value = null
      reading.value = changedInBetween.value = deleting.value = publishing.value = false
      unticked.value = renamed.value = new Set()
    },
  })

  function tick(these: readonly ProvisioningEntry[], on: boolean) {
    const keys = these.map(({ key }) => key)
    const others = [...unticked.value].filter(key => !keys.includes(key))
    unticked.value = new Set(on ? others : [...others, ...keys])
  }

  function rename(key: string, on: boolean) {
    renamed.value = new Set([...renamed.value].filter(one => one !== key).concat(on ? key : []))
    // What is left of the two is no choice that was made before.
    unticked.value = new Set([...unticked.value].filter(one => one !== key))
  }

  /** Reads the text, then the server, and shows how they differ. */
  async function compare() {
    const file = (result.value = readProvisioning(text.value))
    changedInBetween.value = false
    const fresh = await compared()
    if (result.value === file) comparison.value = fresh
  }

  /** null = the file is none, the server could not be read, or the text has been read anew in the meantime. */
  async function compared(): Promise<Comparison | null> {
    const file = result.value
    if (file?.kind !== 'read') return null
    const isCurrent = () => result.value === file
    reading.value = true
    error.value = null
    try {
      const fresh = await readCatalog(provider.api)
      return isCurrent() ? { ...fresh, entries: provisioningDiff(file.provisioning, fresh.catalog) } : null
    } catch (thrown) {
      if (isCurrent()) error.value = thrown as ApiError
      return null
    } finally {
      if (isCurrent()) reading.value = false
    }
  }

  /**
   * Sends what is chosen, unless the server is not any more as it is shown: then that is shown, and nothing is sent. After a stop only
   * what is left differs, so the same word goes on with it.
   */
  async function apply() {
    if (reading.value || !['idle', 'done'].includes(operation.state.value)) return
    const sent = text.value
    const shown = chosen.value
    const fresh = await compared()
    if (!fresh) return
    comparison.value = fresh
    changedInBetween.value = !sameWrites(shown, chosen.value)
    if (changedInBetween.value) publishing.value = false
    if (changedInBetween.value || !chosen.value.length) return
    const steps = stepsOf(chosen.value, fresh.catalog)
    const held = deletions.value.length > 0 || publishing.value
    if (await operation.start(steps, { held })) imported.value = sent
    deleting.value = publishing.value = false
    void store.refresh({ everything: true })
    comparison.value = (await compared()) ?? comparison.value
  }

  return {
    operation,
    text,
    /** Whether all that was chosen of this text is on the server. */
    isImported: computed(() => text.value === imported.value),
    result,
    comparison,
    error,
    reading,
    changedInBetween,
    entries,
    offers,
    effect,
    unticked,
    deleting,
    renamed,
    publishing,
    chosen,
    deletions,
    stepsOf,
    tick,
    rename,
    compare,
    apply,
  }
}
