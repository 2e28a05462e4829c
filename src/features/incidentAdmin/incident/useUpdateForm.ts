import { computed, shallowRef } from 'vue'
import type { Incident, IncidentChanges } from '@/domain/incident/incident'
import {
  applyChanges,
  changedFields,
  draftOf,
  newUpdateOf,
  type IncidentDraft,
  type UpdateDraft,
} from '@/domain/writing/incidentDraft'
import { partsOf } from '@/operator/form/partsOf'
import { isRecord, readIncidentDraft, readUpdateDraft } from '@/operator/drafts/readDraft'
import type { Management } from '@/operator/useManagement'
import { useHeadline } from './useHeadline'

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

/** One intention with an incident: text, phase, impacts and end together. */
export function useUpdateForm(management: Management, incident: Incident) {
  const form = shallowRef<UpdateForm>({ update: EMPTY, draft: draftOf(incident), base: incident })
  const part = partsOf(form)
  const [update, draft] = [partsOf(part('update')), partsOf(part('draft'))]
  const [title, description, phase] = [update('title'), update('description'), draft('phase')]
  const says = computed(() => !!(title.value.trim() || description.value.trim()))
  const changes = computed(() => changedFields(form.value.base, form.value.draft))

  useHeadline(management, {
    title,
    description,
    phase,
    changesPhase: () => changes.value.has('phase'),
    isFixed: () => !!form.value.newsTo,
  })

  return {
    form,
    title,
    description,
    createdAt: update('createdAt'),
    phase,
    impacts: draft('impacts'),
    endedAt: draft('endedAt'),
    says,
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
