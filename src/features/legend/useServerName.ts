import { useText } from '@/composables/useText'

/** What the server calls something that the configuration calls otherwise; undefined = the same. */
export function useServerName() {
  const { t } = useText()
  return (name: string, shown: string) => (name === shown ? undefined : t('legend.serverName', { name }))
}
