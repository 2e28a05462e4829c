import 'temporal-polyfill/global'
import { setMaxListeners } from 'node:events'
import { Command, CommanderError } from 'commander'
import { EXIT, UsageError } from '@/cli/exitCodes'
import { publish } from '@/cli/publish/publish'
import { publishCommand } from '@/cli/publish/publishCommand'
import { status } from '@/cli/status/status'
import { statusCommand } from '@/cli/status/statusCommand'
import { processTerminal, type Terminal } from '@/cli/terminal'

// One signal ends many requests, as in a browser; Node takes more than ten for a leak.
const MOST_LISTENERS = 1_000

/**
 * `scs-status`: the status in a terminal. Throws nothing; what goes wrong is told.
 * @param args without the program's own name
 * @returns the exit code
 */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  setMaxListeners(MOST_LISTENERS)
  let code: number = EXIT.fine
  const program = new Command('scs-status')
    .description('The status of a server that speaks the SCS Status Page API')
    .version(__SCS_STATUS_VERSION__)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, getOutHelpWidth: () => 100, getErrHelpWidth: () => 100 })
    .showHelpAfterError('(scs-status --help tells what there is)')
  const add = (command: Command) => program.addCommand(command.copyInheritedSettings(program))
  add(statusCommand(async options => void (code = await status(options, terminal))))
  add(publishCommand(async options => void (code = await publish(options, terminal))))

  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage
    if (error instanceof UsageError) {
      terminal.err(`${error.message}\n`)
      return EXIT.usage
    }
    terminal.err(`This is a defect of scs-status: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return EXIT.unknown
  }
}
