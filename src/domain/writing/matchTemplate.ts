import type { ImpactType, PhaseList } from '@/domain/catalog/catalog'
import { phaseNamed } from './firstPhase'
import type { PhaseReference } from '@/domain/incident/incident'
import { findNamed } from './sameContent'
import type { SeverityScale } from '@/domain/severity/severity'
import { maintenanceChoice, severityChoices } from '@/domain/severity/severityChoice'

/** What a template names, in the words of its author: names of the server are data and may change. */
export interface TemplateNames {
  readonly severity?: string | undefined
  readonly impactType?: string | undefined
  readonly phase?: string | undefined
}

export interface ServerNames {
  readonly scale: SeverityScale
  readonly types: readonly ImpactType[]
  /** The current generation; null = not known. */
  readonly phases: PhaseList | null
}

/** What the server has of it. `unmatched`: what it has not, to be said plainly. */
export interface TemplateMatch {
  readonly severity?: number
  readonly typeId?: string
  readonly phase?: PhaseReference
  readonly unmatched: readonly { readonly part: keyof TemplateNames; readonly name: string }[]
}

/** Finds names on the server, exactly where possible, else in any case of letters; impact types by their id as well. */
export function matchTemplate(names: TemplateNames, { scale, types, phases }: ServerNames): TemplateMatch {
  const choices = [...severityChoices(scale), maintenanceChoice(scale)]
  const severity = named(choices, names.severity, ({ level }) => level.name)
  const type = types.find(({ id }) => id === names.impactType) ?? named(types, names.impactType, one => one.name)
  const phase = names.phase !== undefined && phases ? phaseNamed(phases, names.phase) : null
  const found = { severity, impactType: type, phase }
  const unmatched = (['severity', 'impactType', 'phase'] as const).flatMap(part => {
    const name = names[part]
    return name === undefined || found[part] ? [] : [{ part, name }]
  })
  return {
    ...(severity && { severity: severity.value }),
    ...(type && { typeId: type.id }),
    ...(phase && { phase }),
    unmatched,
  }
}

function named<T>(items: readonly T[], name: string | undefined, nameOf: (item: T) => string | null): T | undefined {
  return name === undefined ? undefined : findNamed(items, name, nameOf)
}
