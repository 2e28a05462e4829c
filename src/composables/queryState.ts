import { useRouteQuery } from '@vueuse/router'
import type { Ref } from 'vue'
import type { LocationQueryValue } from 'vue-router'

// State of a page that lives in its address, so that a link shows the same view. Changes are no steps to go back, and those of one
// tick are one navigation.

type QueryValue = LocationQueryValue | string[] | undefined

/** A text; empty = nothing in the address. */
export const useQueryText = (name: string): Ref<string> =>
  useRouteQuery<QueryValue, string>(name, '', { transform: value => textIn(value) ?? '' })

/** A text that may be empty; null = nothing in the address. */
export const useQueryChoice = (name: string): Ref<string | null> =>
  useRouteQuery<QueryValue, string | null>(name, null, { transform: textIn })

/** On where the address holds the given word. */
export const useQueryFlag = (name: string, on: string): Ref<boolean> =>
  useRouteQuery<QueryValue, boolean>(name, undefined, {
    transform: { get: value => value === on, set: isOn => (isOn ? on : undefined) },
  })

/** One of several words; the first stands for nothing in the address, and for a word that is none of them. */
export const useQueryOption = <T extends string>(name: string, options: readonly [T, ...T[]]): Ref<T> =>
  useRouteQuery<QueryValue, T>(name, undefined, {
    transform: {
      get: value => options.find(option => option === value) ?? options[0],
      set: option => (option === options[0] ? undefined : option),
    },
  })

/** Named twice, or named without a value, nothing is said. */
const textIn = (value: QueryValue): string | null => (typeof value === 'string' ? value : null)
