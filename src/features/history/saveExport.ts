import type { Span } from '@/domain/time/calendar'
import type { Incident } from '@/domain/incident/incident'
import { incidentsCsv, incidentsJson, type ExportNames } from '@/domain/incident/incidentExport'
import { saveFile } from '@/components/ui/saveFile'

export interface HistoryExport {
  readonly format: 'csv' | 'json'
  /** Without its ending. */
  readonly fileName: string
  readonly incidents: readonly Incident[]
  readonly names: ExportNames
  readonly span: Span
  /** The parts of the span of which nothing is known. */
  readonly gaps: readonly Span[]
}

/** Hands what is shown to the browser as a file. */
export function saveExport({ format, fileName, incidents, names, span, gaps }: HistoryExport): void {
  const isCsv = format === 'csv'
  const text = isCsv ? incidentsCsv(incidents, names) : incidentsJson(incidents, names, span, gaps)
  saveFile(`${fileName}.${format}`, text, isCsv ? 'text/csv;charset=utf-8' : 'application/json')
}
