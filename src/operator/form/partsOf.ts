import { computed, type Ref, type WritableComputedRef } from 'vue'

/** The fields of a form as values of their own, e.g. for `v-model`: a change replaces the form as a whole, so that it is noticed. */
export function partsOf<T extends object>(form: Ref<T>) {
  return <F extends keyof T>(field: F): WritableComputedRef<T[F]> =>
    computed({ get: () => form.value[field], set: value => (form.value = { ...form.value, [field]: value }) })
}
