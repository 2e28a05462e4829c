import { computed, shallowRef, watch } from 'vue'
import type { Incident, IncidentChanges, PhaseReference } from '@/domain/incident'
import { applyChanges, changedFields, draftOf, newUpdateOf, type IncidentDraft, type UpdateDraft } from '@/domain/incidentDraft'
import { partsOf } from '@/operator/form/partsOf'
import { isRecord, readIncidentDraft, readUpdateDraft } from '@/operator/drafts/readDraft'

/** What an update form holds: a text, and the incident as it should be afterwards. */
export interface UpdateForm {
  readonly update: UpdateDraft
  readonly draft: IncidentDraft
  /** As it was read when the form was opened: what someone else changes in between is a conflict. */
  readonly base: Incident
  /** The follow-up that is published already: what is said belongs to it, since it is the one that goes on. */
  readonly newsTo?: string | null
}

const EMPTY: UpdateDraft = { title: '', description: '', createdAt: null }

/**
 * One intention with an incident: text, phase, impacts and end together.
 * @param headlineFor what an update is called that comes with a phase
 */
export function useUpdateForm(incident: Incident, headlineFor: (phase: PhaseReference | null) => string) {
  const form = shallowRef<UpdateForm>({ update: EMPTY, draft: draftOf(incident), base: incident })
  const part = partsOf(form)
  const [update, draft] = [partsOf(part('update')), partsOf(part('draft'))]
  const [title, description] = [update('title'), update('description')]
  const says = computed(() => !!(title.value.trim() || description.value.trim()))
  const changes = computed(() => changedFields(form.value.base, form.value.draft))

  // Who says something, or changes the phase, has a headline at once, as a text to write on. It goes with the phase until it is
  // typed over.
  const proposal = computed(() =>
    description.value.trim() || changes.value.has('phase') ? headlineFor(form.value.draft.phase) : '',
  )
  watch(
    proposal,
    (now, before) => {
      if (title.value === before && !form.value.newsTo) title.value = now
    },
    { flush: 'sync' },
  )

  return {
    form,
    title,
    description,
    createdAt: update('createdAt'),
    phase: draft('phase'),
    impacts: draft('impacts'),
    endedAt: draft('endedAt'),
    says,
    changes,
    changed: () => says.value || changes.value.size > 0,
    newUpdate: () => (says.value ? newUpdateOf(form.value.update) : null),
    /** The text is published: what is left of the form is the rest. */
    forgetText: () => (form.value = { ...form.value, update: EMPTY }),
    /** The changed impacts are published in another incident: only these changes are left, and what is not said yet. */
    leaveOnly(rest: IncidentChanges, newsTo: string | null) {
      const { base, update: text } = form.value
      form.value = { update: text, draft: draftOf(applyChanges(base, rest)), base, newsTo }
    },
    /** Begins anew from the incident as it is now. */
    reset: (fresh: Incident) => (form.value = { update: EMPTY, draft: draftOf(fresh), base: fresh }),
  }
}

/** A stored form; null where it is none, or of another incident. */
export function readUpdateForm(value: unknown, incident: Incident): UpdateForm | null {
  if (!isRecord(value) || !isRecord(value.base) || value.base.id !== incident.id) return null
  const update = readUpdateDraft(value.update)
  const draft = readIncidentDraft(value.draft)
  const base = readIncidentDraft({ ...value.base, kind: 'incident' })
  if (!update || !draft || !base) return null
  const { title, description, beganAt, endedAt, phase, impacts } = base
  const read = { id: incident.id, updateOrders: incident.updateOrders, title, description, beganAt, endedAt, phase, impacts }
  return { update, draft, base: read, newsTo: typeof value.newsTo === 'string' ? value.newsTo : null }
}
