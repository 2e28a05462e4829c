import type { DraftProblem, UpdateProblem } from '@/domain/writing/draftCheck'
import type { Impact } from '@/domain/incident/incident'
import { useFormat } from '@/composables/useFormat'
import { useText } from '@/composables/useText'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'

/** What a problem of a form is called. `impacts`: those of the draft, which rows count in. */
export function useProblemText(names: () => ReadonlyMap<string, string>, impacts: () => readonly Impact[]) {
  const { t, tn } = useText()
  const format = useFormat()
  const titleOf = useIncidentTitle()
  const listed = (ids: readonly string[]) =>
    format.list([...new Set(ids)].map(id => names().get(id) ?? t('incident.hiddenComponent')))

  return (problem: DraftProblem | UpdateProblem): string => {
    const { code } = problem
    if (code === 'shortNotice') return tn(`manage.problem.${code}`, problem.hours)
    if (code === 'lastsLong') return tn(`manage.problem.${code}`, problem.days)
    if (code === 'beginUnlikely' || code === 'endUnlikely') return t(`manage.problem.${code}`, { year: String(problem.year) })
    if (code === 'duplicateOfOther') return t(`manage.problem.${code}`, { names: format.list(problem.incidents.map(titleOf)) })
    if (code === 'placeholderOpen')
      return t(`manage.problem.${code}`, { names: format.list(problem.names.map(name => `{${name}}`)) })
    const rows = 'rows' in problem ? problem.rows : []
    return t(`manage.problem.${code}`, { names: listed(rows.map(row => impacts()[row]?.componentId ?? '')) })
  }
}
