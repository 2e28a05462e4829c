import type { ComponentAnswer } from '@/domain/component/componentAnswer'
import { useDisplay } from '@/composables/display'
import { useFormat } from '@/composables/useFormat'
import { useLevelName } from '@/composables/useLevelName'
import { useText } from '@/composables/useText'

/** The answer in words; the incidents behind it follow as links. */
export function useAnswerText() {
  const { t } = useText()
  const { now } = useDisplay()
  const format = useFormat()
  const levelName = useLevelName()

  function statement({ kind, level }: ComponentAnswer, name: string): string {
    if (kind === 'affected' && level.kind === 'unknown') return t('component.affectedUnknown')
    return t(`component.${kind}`, { name, level: levelName(level) })
  }

  /** When a maintenance is over, if that is known of all that is behind it. */
  function until({ kind, incidents }: ComponentAnswer): string {
    const ends = incidents.map(({ endedAt }) => endedAt).filter(end => end !== null)
    if (kind !== 'maintenance' || ends.length < incidents.length || !ends.length) return ''
    return `, ${t('component.until', { time: format.shortTime(Math.max(...ends)) })}`
  }

  /** `Yes: Critical since 12:03 UTC`: without what changes by the minute, so that a tab's title stands still. */
  function short(answer: ComponentAnswer, name: string): string {
    const since = answer.since === null ? '' : ` ${t('component.since', { time: format.shortTime(answer.since) })}`
    return statement(answer, name) + since
  }

  return {
    short,
    sentence: (answer: ComponentAnswer, name: string): string =>
      answer.since === null
        ? short(answer, name) + until(answer)
        : `${short(answer, name)} ${t('component.lasting', { duration: format.duration(now.value - answer.since) })}${until(answer)}`,
    /** With the name of the component in front, where the answer does not say it. */
    title: (answer: ComponentAnswer, name: string): string =>
      answer.kind === 'affected' ? t('component.title', { name, answer: short(answer, name) }) : short(answer, name),
  }
}
