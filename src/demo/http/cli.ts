import { readArguments, usage, WrongArgument } from './arguments'
import { startDemoServer } from './server'

const WRONG_USE = 2

async function run(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2))
  if (wanted === 'help') {
    process.stdout.write(usage)
    return
  }
  const server = await startDemoServer(wanted.server)
  server.setFaults(wanted.faults)
  process.stdout.write(`SCS Status Page API (demo): ${server.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(() => process.exit(0)))
}

function explain(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'The port is taken. Choose another one with --port, or any free one with --port 0.'
  if (code === 'EACCES') return 'This port may not be used. Choose one above 1023 with --port.'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'This machine has no such address. Leave --host out to listen on 127.0.0.1.'
  if (error instanceof WrongArgument) return `${error.message}\n\n${usage}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

run().catch((error: unknown) => {
  process.stderr.write(`${explain(error).trimEnd()}\n`)
  process.exit(WRONG_USE)
})
