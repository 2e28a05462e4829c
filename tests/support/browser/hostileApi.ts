import type { Page } from 'playwright'
import {
  CANARY,
  hostileDescriptions,
  hostileSeverities,
  hostileTexts,
  hostileTimes,
  hostileValues,
  MANY_IMPACTS,
} from '../hostile'

export const NOW = Date.parse('2026-03-10T12:00:00Z')
export const MANY = 'many'
const texts = Object.entries(hostileTexts)

/** Answers of a server that means no good, as files of a static host, by their paths below `api`. */
export function hostileFiles(api: string): Record<string, object> {
  const affects = (reference: string) => hostileValues.map((severity, index) => ({ reference, type: `type ${index}`, severity }))
  const incidents: { id: string; description?: string; [field: string]: unknown }[] = [
    ...texts.map(([name, text], index) => ({
      id: name,
      displayName: text,
      description: text,
      beganAt: '2026-03-10T10:00:00Z',
      // Some go on, some are planned, some are over.
      endedAt: [null, '2026-03-10T18:00:00Z', '2026-03-10T11:00:00Z'][index % 3],
      phase: { generation: 1, order: index },
      affects: [{ reference: name, type: name, severity: [90, 0, 40][index % 3] }],
      updates: [0, 1],
    })),
    ...hostileTimes.map((time, index) => ({
      id: `time ${index}`,
      displayName: `Began ${String(time)}`,
      beganAt: time,
      endedAt: hostileTimes[(index * 7) % hostileTimes.length],
      affects: affects('script'),
    })),
    { id: 'bare' },
    { id: 'dangling', affects: [{ reference: 'nobody', type: 'nothing', severity: 70 }], phase: { generation: 9, order: 9 } },
    { id: 'script', displayName: 'Twice' },
  ]
  const many = Array.from({ length: MANY_IMPACTS }, (_, index) => ({
    reference: texts[index % texts.length]![0],
    type: `type ${index}`,
    severity: index % 101,
  }))
  incidents.push({ id: MANY, displayName: 'Many', beganAt: '2026-03-10T09:00:00Z', affects: many })
  for (const [id, description] of Object.entries(hostileDescriptions))
    incidents.push({ id, displayName: id, description, beganAt: '2026-02-01T10:00:00Z', endedAt: '2026-02-01T11:00:00Z' })
  // The list goes to every page: there, megabytes would measure the loopback.
  const listed = incidents.map(one => ((one.description ?? '').length > 50_000 ? { ...one, description: 'long' } : one))
  const updates = texts.map(([, text], order) => ({
    order,
    displayName: text,
    description: text,
    createdAt: hostileTimes[order],
  }))

  const answers: Record<string, unknown> = {
    components: texts.map(([name, text]) => ({
      id: name,
      displayName: text,
      labels: { [text]: text, group: text },
      activelyAffectedBy: name === 'emoji' ? [{ reference: 'gone', severity: 90 }] : [],
    })),
    incidents: listed,
    severities: hostileSeverities['every text'],
    impacttypes: texts.map(([name, text]) => ({ id: name, displayName: text, description: text })),
    phases: { generation: 1, phases: texts.map(([, text]) => text) },
  }
  for (const incident of incidents) {
    answers[`incidents/${incident.id}`] = incident
    answers[`incidents/${incident.id}/updates`] = updates
    for (const update of updates.slice(0, 2)) answers[`incidents/${incident.id}/updates/${update.order}`] = update
  }
  return Object.fromEntries(Object.entries(answers).map(([path, data]) => [`${api}/${path}`, { data }]))
}

/** Whether something of the data has run, or has become part of the page that must not. */
export const harm = (page: Page) =>
  page.evaluate(canary => {
    const harmful =
      'main script, main iframe, main object, main embed, main style, main form[action], main base, main meta, main img'
    const found = [...document.querySelectorAll(harmful)].map(({ outerHTML }) => outerHTML.slice(0, 80))
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes)
        if (
          /^on/i.test(name) ||
          (/^(href|src|action|xlink:href)$/i.test(name) && /^\s*(javascript|data|vbscript|blob|file):/i.test(value))
        )
          if (element.tagName !== 'LINK') found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`)
    if (canary in globalThis) found.push('something ran')
    return found
  }, CANARY)

/** What is wider than the screen, and how far it reaches; empty = nothing. */
export const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > clientWidth + 1)
    const inner = wide.filter(one => ![...one.children].some(child => wide.includes(child)))
    const nameOf = (one: Element) => `${one.tagName.toLowerCase()}.${one.className}`
    const chainOf = (one: Element) =>
      [one.parentElement?.parentElement, one.parentElement, one].flatMap(each => (each ? nameOf(each) : []))
    return [...new Set(inner.map(one => chainOf(one).join(' > ')))]
  })

/**
 * Where a text that runs from right to left has moved its neighbours: what stands before it in a line must be to its left, what
 * stands behind it to its right.
 */
export const movedByDirection = (page: Page, text: string) =>
  page.evaluate(wanted => {
    const moved: string[] = []
    const blockOf = (node: Node) => {
      let element = node.parentElement!
      while (getComputedStyle(element).display.startsWith('inline') && element.parentElement) element = element.parentElement
      return element
    }
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT)
    const blocks = new Set<Element>()
    while (walker.nextNode()) if (walker.currentNode.nodeValue!.includes(wanted)) blocks.add(blockOf(walker.currentNode))
    for (const block of blocks) {
      const inner = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      const letters: { char: string; rect: DOMRect }[] = []
      while (inner.nextNode()) {
        const node = inner.currentNode as globalThis.Text
        for (let index = 0; index < Math.min(node.length, 400); index++) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + 1)
          const rect = range.getBoundingClientRect()
          if (rect.width) letters.push({ char: node.data[index]!, rect })
        }
      }
      const all = letters.map(({ char }) => char).join('')
      const visible = wanted.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      const start = all.indexOf(visible)
      if (start < 0) continue
      const own = letters.slice(start, start + visible.length)
      const line = own.filter(({ rect }) => Math.abs(rect.top - own[0]!.rect.top) < 4)
      if (line.length < own.length) continue
      const [left, right] = [Math.min(...own.map(({ rect }) => rect.left)), Math.max(...own.map(({ rect }) => rect.right))]
      const beside = ({ rect }: { rect: DOMRect }) => Math.abs(rect.top - own[0]!.rect.top) < 4
      const before = letters.slice(0, start).filter(beside)
      const behind = letters.slice(start + visible.length).filter(beside)
      if (before.some(({ rect }) => rect.left > left + 1) || behind.some(({ rect }) => rect.right < right - 1))
        moved.push(`${block.tagName}.${block.className}: ${all.slice(0, 80)}`)
    }
    return { moved, seen: blocks.size }
  }, text)
