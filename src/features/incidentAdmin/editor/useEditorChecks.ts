import { computed, type Ref } from 'vue'
import { checkUpdate, type DraftProblem, type UpdateProblem } from '@/domain/writing/draftCheck'
import type { Incident } from '@/domain/incident/incident'
import type { IncidentDraft, UpdateDraft } from '@/domain/writing/incidentDraft'
import { useText } from '@/composables/useText'
import { useDraftCheck } from '@/features/incidentAdmin/incident/useDraftCheck'
import type { useWriteForm } from '@/operator/form/useWriteForm'
import type { Management } from '@/operator/useManagement'

/** A problem of an update from back then; its field is `late.<row>.<field>`. */
interface LateProblem extends Pick<UpdateProblem, 'level'> {
  readonly code: UpdateProblem['code'] | 'timeMissing'
  readonly field: `late.${number}.${UpdateProblem['field']}`
  readonly problem: UpdateProblem | null
}

export type EditorProblem = DraftProblem | LateProblem

interface Checked {
  readonly draft: Ref<IncidentDraft>
  /** As it was read; null for a new one. */
  readonly original: () => Incident | null
  readonly backfill?: boolean
  readonly late?: Ref<readonly UpdateDraft[]>
  /** The id under which it is published already: only what was said is left to be checked. */
  readonly published?: () => string | null
  /** Whether some of its dates are published: they are no duplicates of the rest. */
  readonly begun?: () => boolean
}

/** What stands against publishing what is in the editor. */
export function useEditorProblems(
  management: Management,
  { draft, original, backfill = false, late, published, begun }: Checked,
) {
  const { clock } = management
  const { t } = useText()
  const { check, problemText: textOf } = useDraftCheck(management, () => draft.value.impacts)

  const ofDraft = computed(() => {
    if (published?.()) return []
    return check(draft.value, { original: original(), backfill, ...(begun?.() && { incidents: [] }) })
  })
  const ofLate = computed(() =>
    (late?.value ?? []).flatMap((update, row): LateProblem[] => [
      ...checkUpdate(update, { now: clock.now.value, incident: draft.value, original: null }).map((problem): LateProblem => ({
        ...problem,
        field: `late.${row}.${problem.field}`,
        problem,
      })),
      ...(update.createdAt === null
        ? [{ code: 'timeMissing', field: `late.${row}.createdAt`, level: 'error', problem: null } as const]
        : []),
    ]),
  )

  return {
    problems: () => [...ofDraft.value, ...ofLate.value],
    problemText(problem: EditorProblem): string {
      if (!('problem' in problem)) return textOf(problem)
      return problem.problem ? textOf(problem.problem) : t('manage.editor.late.timeMissing')
    },
  }
}

export type EditorChecks = ReturnType<typeof editorChecksOf>

/** The checks of an editor, with those of impacts apart. */
export function editorChecksOf(
  { checks, unfinished }: Pick<ReturnType<typeof useWriteForm<unknown, EditorProblem>>, 'checks' | 'unfinished'>,
  problemText: (problem: EditorProblem) => string,
) {
  const ofImpacts = computed(() =>
    checks.shownOf('impacts').filter((problem): problem is DraftProblem => !('problem' in problem)),
  )
  return {
    ...checks,
    unfinished,
    /** Those of single impacts, which stand in their rows. */
    rowProblems: computed(() => ofImpacts.value.filter(problem => 'rows' in problem)),
    /** Those of the list of impacts as a whole. */
    listTexts: (level: DraftProblem['level']) =>
      ofImpacts.value.filter(problem => problem.level === level && !('rows' in problem)).map(problemText),
  }
}
