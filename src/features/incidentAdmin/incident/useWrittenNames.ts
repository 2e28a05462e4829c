import type { Management } from '@/operator/useManagement'
import { useWriting } from '@/operator/useWriting'

const MAX_NAMES = 3

/** The names of components in what is written: of many the first few, and how many more there are. */
export function useWrittenNames({ provider, nameOf }: Pick<Management, 'provider' | 'nameOf'>) {
  const { write, list } = useWriting(provider)
  return (componentIds: readonly string[]): string => {
    const names = [...new Set(componentIds)].map(nameOf)
    const more = names.length - MAX_NAMES
    return more > 0 ? write('andMore', { names: names.slice(0, MAX_NAMES).join(', '), n: more }) : list(names)
  }
}
