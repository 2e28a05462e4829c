import type { SeverityProblem } from '@/domain/severity/severityCheck'
import { useFormat } from '@/composables/useFormat'
import { useText } from '@/composables/useText'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'

/** Titles in one sentence; the list below it has them all. */
const NAMED = 5

/** What a problem of a severity is called. */
export function useSeverityProblemText() {
  const { t, tn } = useText()
  const format = useFormat()
  const titleOf = useIncidentTitle()

  return (problem: SeverityProblem): string => {
    const { code } = problem
    if (code === 'equalValue') return t('manage.severities.problem.equalValue', { names: format.list(problem.names) })
    if (code !== 'moves') return t(`manage.severities.problem.${code}`)
    const titles = problem.moves.slice(0, NAMED).map(({ incident }) => titleOf(incident))
    const left = problem.moves.length - titles.length
    const names = format.list([...titles, ...(left > 0 ? [tn('manage.severities.problem.more', left)] : [])])
    return tn('manage.severities.problem.moves', problem.moves.length, { names })
  }
}
