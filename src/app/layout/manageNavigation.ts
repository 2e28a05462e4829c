import { computed } from 'vue'
import { useRoute } from 'vue-router'
import {
  mdiAlertCircleOutline,
  mdiCubeOutline,
  mdiFileImportOutline,
  mdiFormatListNumbered,
  mdiSignalCellular3,
  mdiTagOutline,
} from '@mdi/js'
import { useText } from '@/composables/useText'

const PAGES = [
  { name: 'manage', key: 'incidents', icon: mdiAlertCircleOutline },
  { name: 'manageComponents', key: 'components', icon: mdiCubeOutline },
  { name: 'manageSeverities', key: 'severities', icon: mdiSignalCellular3 },
  { name: 'manageImpactTypes', key: 'impactTypes', icon: mdiTagOutline },
  { name: 'managePhases', key: 'phases', icon: mdiFormatListNumbered },
  { name: 'manageProvisioning', key: 'provisioning', icon: mdiFileImportOutline },
] as const
/** Pages that one comes to by way of the overview. */
const OF_INCIDENTS = ['manageIncident', 'manageEdit', 'manageNew']

/** The ways between the pages of the management view, and which of them one is on. */
export function useManageNavigation() {
  const { t } = useText()
  const route = useRoute()
  return computed(() =>
    PAGES.map(({ name, key, icon }) => {
      const isWithin = name === 'manage' && OF_INCIDENTS.includes(String(route.name))
      return {
        name,
        icon,
        text: t(`manage.nav.${key}`),
        current: route.name === name ? ('page' as const) : isWithin ? ('true' as const) : undefined,
      }
    }),
  )
}
