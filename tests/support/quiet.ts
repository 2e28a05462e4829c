import { afterEach, beforeEach } from 'vitest'

// Whatever a test writes to the console is a warning that somebody would have to read: it fails the test.
const levels = ['debug', 'info', 'log', 'warn', 'error'] as const
let written: string[] = []
for (const level of levels)
  globalThis.console[level] = (...parts: unknown[]) => void written.push(`console.${level}: ${parts.map(text).join(' ')}`)

beforeEach(() => void (written = []))
afterEach(() => {
  const output = takeConsole()
  if (output.length) throw new Error(`This test wrote to the console.\n${output.join('\n')}`)
})

/** What was written since the begin of the test, and is hereby expected. */
export function takeConsole(): string[] {
  const output = written
  written = []
  return output
}

// Vue names a part of the page among its words, and that has no text of its own.
function text(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message
  return typeof part === 'object' && part ? Object.prototype.toString.call(part) : String(part)
}
