import { main } from '@/cli/main'
import type { Terminal } from '@/cli/terminal'

type Surroundings = Partial<Pick<Terminal, 'isTTY' | 'env' | 'onEnd'>>

/** A terminal that keeps what is written. */
export function testTerminal({ isTTY = false, env = {}, onEnd = () => () => undefined }: Surroundings = {}) {
  const written = { out: '', err: '' }
  const terminal: Terminal = {
    out: text => (written.out += text),
    err: text => (written.err += text),
    isTTY,
    env,
    onEnd,
  }
  return { terminal, written }
}

/** Runs the command in this process, and tells how it ended. Times are those of UTC. */
export async function run(args: readonly string[], surroundings?: Surroundings) {
  const { terminal, written } = testTerminal(surroundings)
  const code = await main(args, terminal)
  return { code, ...written }
}
