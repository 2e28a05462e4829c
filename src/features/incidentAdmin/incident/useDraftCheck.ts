import { checkDraft, type DraftContext, type DraftProblem } from '@/domain/writing/draftCheck'
import type { Impact } from '@/domain/incident/incident'
import type { IncidentDraft } from '@/domain/writing/incidentDraft'
import type { Management } from '@/operator/useManagement'
import { useProblemText } from '@/operator/useProblemText'

/** What stands against a draft among all that this page knows, and what that is called. `impacts`: those that problems count in. */
export function useDraftCheck({ provider, store, names, clock }: Management, impacts: () => readonly Impact[]) {
  return {
    check: (draft: IncidentDraft, about: Pick<DraftContext, 'original'> & Partial<DraftContext>): DraftProblem[] =>
      checkDraft(draft, {
        now: clock.now.value,
        scale: store.scale,
        componentIds: store.parts.components.readAt === null ? null : new Set(names.value.keys()),
        incidents: store.incidents,
        shortNoticeHours: provider.config.shortNoticeHours,
        ...about,
      }),
    problemText: useProblemText(() => names.value, impacts),
  }
}
