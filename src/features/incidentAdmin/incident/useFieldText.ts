import { phaseName } from '@/domain/incident/phase'
import { levelOf } from '@/domain/severity/severity'
import type { IncidentFields, UpdateFields } from '@/domain/writing/sameContent'
import { useFormat } from '@/composables/useFormat'
import { useLevelName } from '@/composables/useLevelName'
import { useText } from '@/composables/useText'
import type { Management } from '@/operator/useManagement'

/** What of an incident or of an update can be told in words. */
export type TellableFields = IncidentFields & UpdateFields

/** A field of an incident or of an update in words, line by line, for comparing two versions of it. */
export function useFieldText({ store, nameOf }: Management) {
  const { t } = useText()
  const format = useFormat()
  const levelName = useLevelName()
  const time = (instant: number | null) => (instant === null ? t('manage.conflict.none') : format.dateTime(instant))

  return (field: keyof TellableFields, fields: Partial<TellableFields>): string[] => {
    switch (field) {
      case 'title':
      case 'description':
        return [fields[field] || t('manage.conflict.none')]
      case 'beganAt':
      case 'endedAt':
      case 'createdAt':
        return [time(fields[field] ?? null)]
      case 'phase':
        return [
          phaseName(fields.phase ?? null, store.generations) ?? t(fields.phase ? 'incident.unknownPhase' : 'incident.noPhase'),
        ]
      case 'impacts':
        return (fields.impacts ?? []).map(({ componentId, typeId, severity }) =>
          t('manage.conflict.impact', {
            component: nameOf(componentId),
            type: store.impactTypes.find(({ id }) => id === typeId)?.name ?? t('incident.unknownType'),
            level: levelName(levelOf(store.scale, severity)),
          }),
        )
    }
  }
}
