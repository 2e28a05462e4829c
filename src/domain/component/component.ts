/** A service component as `GET /components` tells it. `ServiceComponent`, so that nobody takes it for a Vue component. */
export interface ServiceComponent {
  readonly id: string
  /** The display name, or the id where the server gives none. */
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** `activelyAffectedBy`: a hint, not the truth (docs/domain.md, "Hints"). */
  readonly activeReferences: readonly ActiveReference[]
  /** There are more hints that nobody can read: what affects the component is not known. */
  readonly hintsUnreadable?: true
}

/**
 * Several entries of one id as one, never better than any of them (ours): the hints of all, name and labels of the first.
 */
export function mergedComponents(components: readonly [ServiceComponent, ...ServiceComponent[]]): ServiceComponent {
  return {
    ...components[0],
    activeReferences: components.flatMap(({ activeReferences }) => activeReferences),
    ...(components.some(({ hintsUnreadable }) => hintsUnreadable) && { hintsUnreadable: true }),
  }
}

/** A component of which it is not told what affects it: what it was told is of another time. */
export const withoutHints = ({ hintsUnreadable: _, ...own }: ServiceComponent): ServiceComponent => ({
  ...own,
  activeReferences: [],
})

/** Whether a component carries the label that retires it (ours; configuration `components.retiredLabel`), whatever its value. */
export function isRetired({ labels }: Pick<ServiceComponent, 'labels'>, retiredLabel: string | null): boolean {
  return retiredLabel !== null && Object.hasOwn(labels, retiredLabel)
}

/** Those that the public page lists, counts and judges by; the others only lend their names to their incidents. */
export function listedComponents(
  components: readonly ServiceComponent[],
  retiredLabel: string | null,
): readonly ServiceComponent[] {
  return retiredLabel === null ? components : components.filter(one => !isRetired(one, retiredLabel))
}

/** One entry of `activelyAffectedBy`. Its reference names an incident. */
export interface ActiveReference {
  readonly incidentId: string
  readonly typeId: string | null
  /** 0..100, 0 = maintenance; null = the server gave none, which is unknown and never fine. */
  readonly severity: number | null
}

/** What is sent to make a component. */
export interface NewComponent {
  readonly name: string
  readonly labels?: Readonly<Record<string, string>>
}

/** What is sent to change a component: only the fields that are given. `labels` replaces all labels. */
export interface ComponentChanges {
  readonly name?: string
  readonly labels?: Readonly<Record<string, string>>
}
