import type { PhaseReference } from '@/domain/incident/incident'
import type { PhaseSteps } from '@/domain/incident/phase'
import type { Translator } from '@/i18n/translator'

/** Where an incident stands in the phases of its own generation. */
export interface PhaseStepsModel {
  /** In words: all there is to say where the phase is not known. */
  readonly text: string
  /** Empty where the phase is not known. */
  readonly names: readonly string[]
  readonly current: number
}

export function phaseStepsModel(
  { t, dataNames }: Translator,
  reference: PhaseReference | null,
  steps: PhaseSteps | null,
): PhaseStepsModel {
  const { names, current } = steps && steps.current >= 0 ? steps : { names: [], current: -1 }
  const place = names.length
    ? t('incident.phaseStep', { name: dataNames.phase(names[current]!), n: current + 1, total: names.length })
    : t(reference ? 'incident.unknownPhase' : 'incident.noPhase')
  return {
    text: `${t('app.label', { name: t('incident.phase') })} ${place}`,
    names: names.map(name => (name.trim() ? dataNames.phase(name) : t('incident.unknownPhase'))),
    current,
  }
}
