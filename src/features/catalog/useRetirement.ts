import { dateOf } from '@/domain/time/calendar'
import type { ServiceComponent } from '@/domain/component/component'
import type { Management } from '@/operator/useManagement'
import { useText } from '@/composables/useText'
import { useComponentSteps } from '@/operator/steps/useComponentSteps'

/** Retires components by the configured label, and takes them back. The label holds the day (UTC) on which that was. */
export function useRetirement({ provider, clock }: Pick<Management, 'provider' | 'clock'>) {
  const { t } = useText()
  const steps = useComponentSteps()
  const label = provider.config.components.retiredLabel
  return {
    /** null = this page knows no retired components. */
    label,
    retire: (component: ServiceComponent) =>
      steps.label(
        component,
        { set: { [label!]: dateOf(clock.read(), 'UTC') }, remove: [] },
        t('manage.components.step.retire', { name: component.name }),
      ),
    takeBack: (component: ServiceComponent) =>
      steps.label(component, { set: {}, remove: [label!] }, t('manage.components.step.takeBack', { name: component.name })),
  }
}
