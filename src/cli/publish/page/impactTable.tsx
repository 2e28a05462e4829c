import { h } from '#h'
import type { OpenStatus } from '@/cli/openStatus'
import type { Incident } from '@/domain/incident/incident'
import { levelOf } from '@/domain/severity/severity'
import { drawLevelMark } from '@/statusView/level'
import { levelModel } from '@/statusView/model/level'
import type { PublishedViewer } from './viewer'

const MOST_ROWS = 200

/** Every impact: component, severity with its value, type (ImpactTable.vue). The worst of very many. */
export function drawImpactTable(viewer: PublishedViewer, { store }: OpenStatus, { impacts }: Incident): JSX.Node {
  const { speech, names, language } = viewer
  const { t, dataNames } = speech
  const unlisted = t(names.size ? 'incident.hiddenComponent' : 'incident.someComponent')
  const typeById = new Map(store.impactTypes.map(type => [type.id, type]))
  const rows = impacts
    .map(({ componentId, typeId, severity }) => ({
      name: names.get(componentId) ?? unlisted,
      type: typeId === null ? undefined : typeById.get(typeId),
      level: levelOf(store.scale, severity),
      severity,
    }))
    .sort((a, b) => b.level.rank - a.level.rank || a.name.localeCompare(b.name, language))
  const head = (text: string) => <th scope="col">{text}</th>
  return (
    <div class="card pub-impacts">
      <table>
        <thead>
          <tr>
            {head(t('incident.component'))}
            {head(t('incident.severity'))}
            {head(t('incident.type'))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ name, type, level, severity }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{drawLevelMark(levelModel(viewer, level, severity ? t('incident.value', { value: severity }) : undefined))}</td>
              <td>
                {type ? dataNames.impactType(type.name) : t('incident.unknownType')}
                {type?.description && <p class="muted">{type.description}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p class="small muted pub-entry">{t('incident.andMore', { n: rows.length - MOST_ROWS })}</p>}
    </div>
  )
}
