// npm run check:docs [-- --quick]: runs the commands of README and docs as they are written, on a clean clone of what is committed.
//
// Every block that is marked `sh` is run, command by command, each in a shell of its own at the root of the clone. A block marked
// `console` is for reading: it names a host or a file of the reader's. A command whose program is not installed here is left out, and
// told. Servers are asked over HTTP until they answer; they run until their block ends or the same one is started again.
/* global AbortSignal, fetch */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import { marked } from 'marked'

const MINUTES = 60_000
const SERVER = /\bnpm (start|run (?:demo-server|preview))\b(?!.*--help)/
const ADDRESS = /https?:\/\/(?:localhost|127\.0\.0\.1):\d+\S*/

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const root = mkdtempSync(join(tmpdir(), 'scs-status-docs-'))
const say = text => process.stdout.write(`${text}\n`)

/** The blocks of a page that are run, as lists of commands. */
function blocksOf(page) {
  const blocks = []
  marked.walkTokens(marked.lexer(readFileSync(join(root, page), 'utf8')), token => {
    if (token.type === 'code' && token.lang === 'sh') blocks.push(commandsOf(token.text))
  })
  return blocks
}

/** A command may go on after a backslash, and have a text of its own (`<<'END'`). */
function commandsOf(text) {
  const lines = text.split('\n')
  const commands = []
  while (lines.length > 0) {
    const command = [lines.shift()]
    while (command.at(-1).endsWith('\\') && lines.length > 0) command.push(lines.shift())
    const [, end] = /<<-?\s*['"]?(\w+)/.exec(command.at(-1)) ?? []
    while (end !== undefined && command.at(-1).trim() !== end && lines.length > 0) command.push(lines.shift())
    if (!/^\s*(#|$)/.test(command[0])) commands.push(command.join('\n'))
  }
  return commands
}

/** The programs that a command begins its parts with. */
const programsOf = command =>
  command
    .split('\n')[0]
    .replace(/\s#.*/, '')
    .split(/&&|\|\|?|;/)
    .map(
      part =>
        part
          .trim()
          .replace(/^(\w+=\S*\s+)*/, '')
          .split(/\s/)[0],
    )
    .filter(name => /^[\w.-]+$/.test(name))

const isInstalled = program => {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`]).length > 0
  } catch {
    return false
  }
}

/** Starts a command as the head of a group of its own, so that all of it can be stopped. */
function start(command) {
  const child = spawn('sh', ['-ec', command], { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const run = { child, output: '', exit: null }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (run.output += data))
  run.done = new Promise(resolve => child.on('close', code => resolve((run.exit = code ?? 1))))
  return run
}

async function stop(run) {
  const signal = name => {
    try {
      process.kill(-run.child.pid, name)
    } catch {
      // It has ended by itself.
    }
  }
  signal('SIGTERM')
  await Promise.race([run.done, wait(5_000, undefined, { ref: false })])
  if (run.exit === null) signal('SIGKILL')
}

/** Waits until a server says where it is, and answers there; with an API behind it, also for that. */
async function untilItAnswers(run, command) {
  const deadline = Date.now() + 5 * MINUTES
  while (Date.now() < deadline && run.exit === null) {
    const [address] = ADDRESS.exec(stripVTControlCharacters(run.output)) ?? []
    if (address !== undefined) {
      const asked = command.includes('STATUS_API_URL=') ? new URL('api/components', address) : address
      const answer = await fetch(asked, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
      if (answer !== null && answer.status < 500 && (asked === address || answer.ok)) return
    }
    await wait(200)
  }
  throw new Error(run.exit === null ? 'it does not answer' : `it ended with exit code ${run.exit}`)
}

async function untilItEnds(run) {
  const limit = wait(20 * MINUTES, 'late', { ref: false })
  if ((await Promise.race([run.done, limit])) === 'late') throw new Error('it does not end')
  if (run.exit !== 0) throw new Error(`it ended with exit code ${run.exit}`)
}

/** The servers that run, by their commands. */
const servers = new Map()
const stopAll = () => Promise.all([...servers].map(([name, run]) => stop(run).then(() => servers.delete(name))))
const count = { run: 0, leftOut: 0, failed: 0 }

async function execute(command) {
  const shown = command.split('\n')[0]
  const missing = programsOf(command).find(program => !isInstalled(program))
  const reason = missing ? `${missing} is not installed` : values.quick && /\bnpm test\b/.test(command) ? '--quick' : null
  if (reason !== null) {
    count.leftOut++
    return say(`  –  ${shown}   (left out: ${reason})`)
  }
  const [, server] = SERVER.exec(command.replace(/\s#.*/, '')) ?? []
  if (server && servers.has(server)) await stop(servers.get(server))
  const began = Date.now()
  const run = start(command)
  if (server) servers.set(server, run)
  try {
    await (server ? untilItAnswers(run, command) : untilItEnds(run))
    count.run++
    say(`  ✓  ${shown}   (${Math.round((Date.now() - began) / 1000)} s)`)
  } catch (error) {
    await stop(run)
    count.failed++
    say(`  ✗  ${shown}   (${error.message})\n${run.output.trimEnd().split('\n').slice(-20).join('\n')}`)
  }
}

async function main() {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), root])
  const first = ['README.md', 'docs/getting-started.md']
  const docs = readdirSync(join(root, 'docs')).flatMap(name => (name.endsWith('.md') ? [`docs/${name}`] : []))
  for (const page of [...first, ...docs.filter(name => !first.includes(name)).sort()]) {
    const blocks = blocksOf(page)
    if (blocks.length > 0) say(page)
    for (const commands of blocks) {
      for (const command of commands) await execute(command)
      await stopAll()
    }
  }
  say(`${count.run} run, ${count.leftOut} left out, ${count.failed} failed`)
  return count.failed === 0 ? 0 : 1
}

const tidyUp = () => rmSync(root, { recursive: true, force: true })
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stopAll().then(() => (tidyUp(), process.exit(1))))
try {
  process.exitCode = await main()
} finally {
  await stopAll()
  tidyUp()
}
