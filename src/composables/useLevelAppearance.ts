import { computed, inject, toValue, type ComputedRef, type InjectionKey, type MaybeRefOrGetter } from 'vue'
import type { Level } from '@/domain/severity/severity'
import { levelClass } from '@/theme/levelAppearance'
import { levelStyle } from '@/statusView/model/viewContext'

/** Colours that the configuration gives to severities, by display name, already made readable on the page's background. */
export const levelColorsKey: InjectionKey<ComputedRef<Readonly<Record<string, string>>>> = Symbol('levelColors')

/** Class and style that give an element the `--level` colour of a state. */
export function useLevelAppearance(level: MaybeRefOrGetter<Level>) {
  const look = useLevelAppearances()
  return computed(() => look(toValue(level)))
}

/** The same for many levels at once. */
export function useLevelAppearances() {
  const colors = inject(levelColorsKey, null)
  return (level: Level) => ({ class: levelClass(level), style: levelStyle(colors?.value ?? {}, level) })
}
