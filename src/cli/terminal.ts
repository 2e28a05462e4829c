/** Where a command reads its surroundings and writes; tests have their own. */
export interface Terminal {
  readonly out: (text: string) => unknown
  readonly err: (text: string) => unknown
  /** Whether somebody watches what `out` writes. */
  readonly isTTY: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Calls back when somebody wants the command to end (SIGINT, SIGTERM), instead of ending it. Answers how to undo that. */
  readonly onEnd: (end: () => void) => () => void
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // Whoever reads the output has seen enough: `scs-status status | head -1`.
  const { stdout } = process
  if (!stdout.listenerCount('error'))
    stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  return {
    out: text => stdout.write(text),
    err: text => process.stderr.write(text),
    isTTY: stdout.isTTY,
    env: process.env,
    onEnd(end) {
      for (const signal of SIGNALS) process.on(signal, end)
      return () => SIGNALS.forEach(signal => process.off(signal, end))
    },
  }
}

/** Whether to write colours: where a person looks, unless the environment wants it otherwise (FORCE_COLOR before NO_COLOR, as in Node). */
export function hasColors({ isTTY, env }: Pick<Terminal, 'isTTY' | 'env'>): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = env
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR)
  return isTTY && !NO_COLOR && TERM !== 'dumb'
}
