import { cp, mkdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { messageOf } from '@/build/configure/configFile'
import { copyReferencedFiles, MANIFEST } from '@/build/configure/referencedFiles'
import { openStatus, TOKEN } from '@/cli/openStatus'
import { targetOf } from '@/cli/target'
import type { Terminal } from '@/cli/terminal'
import { UsageError } from '@/cli/exitCodes'
import { readSnapshot } from '@/stores/snapshot/snapshotFile'
import { rounds, type Round } from './round'
import { writeFiles } from './writeFiles'

/** As it was typed. */
export interface PublishOptions {
  /** The configuration file of the page. */
  readonly config: string
  readonly api?: string | undefined
  readonly out: string
  /** The folder of the build that is published. */
  readonly build: string
  /** Between two rounds; missing = one round. */
  readonly everySeconds?: number | undefined
  readonly months: number
  /** Further addresses that the page may ask. */
  readonly connect: readonly string[]
  readonly policy: boolean
}

/** Written; not everything could be read, or written. */
const WRITTEN = 0
const FAILED = 2

const FIRST_RETRY_SECONDS = 5

/**
 * Writes the status into a folder that any host of files can serve: once, or until somebody ends it. Reads the configuration and the
 * build once. A failed read leaves what was published last, with its time, and says so.
 * @returns the exit code; throws `UsageError` where it cannot begin
 */
export async function publish(options: PublishOptions, terminal: Terminal): Promise<number> {
  const { out, build, everySeconds, months, connect, policy } = options
  const target = await targetOf(options)
  for (const warning of target.warnings) terminal.err(`warning: ${warning}\n`)
  const { site } = target
  if (!site) throw new UsageError('Name the configuration of the page with --config FILE.')
  const template = await pageOf(build, 'index.html')
  if (template === null)
    throw new UsageError(`${build} is not a build, because it holds no index.html: run "npm run build" first.`)
  const folders = [resolve(build), resolve(out)].map(folder => folder + sep) as [string, string]
  if (folders[1].startsWith(folders[0]) || folders[0].startsWith(folders[1]))
    throw new UsageError('--out must be another folder than the build, and neither inside the other.')
  await mkdir(out, { recursive: true })
  await copyBuild(build, out)
  const copied = await copyReferencedFiles(site.config, dirname(resolve(options.config)), out)
  for (const warning of copied.warnings) terminal.err(`warning: ${warning}\n`)

  const earlier = await readFile(join(out, 'snapshot.json'), 'utf8').then(
    text => readSnapshot(text, Date.now())?.status,
    () => undefined,
  )
  const open = openStatus({ setting: target.setting, token: terminal.env[TOKEN] || undefined, earlier })
  const next = rounds(open, {
    ...site,
    templates: { index: template, notFound: await pageOf(build, '404.html') },
    language: target.language,
    connect,
    policy,
    months,
  })
  const ended = new AbortController()
  const { signal } = ended
  const forget = terminal.onEnd(() => ended.abort())
  const pause = (seconds: number) => wait(seconds * 1000, undefined, { signal }).catch(() => undefined)
  let failures = 0
  try {
    for (;;) {
      const problems = await publishRound(next, out, terminal)
      failures = problems.length ? failures + 1 : 0
      if (everySeconds === undefined || signal.aborted) return failures ? FAILED : WRITTEN
      // As the page does: sooner after a failure, then ever later up to the usual interval.
      await pause(failures ? Math.min(everySeconds, FIRST_RETRY_SECONDS * 2 ** (failures - 1)) : everySeconds)
      if (signal.aborted) return failures ? FAILED : WRITTEN
    }
  } finally {
    forget()
    open.close()
  }
}

async function publishRound(next: () => Promise<Round>, out: string, { out: print, err }: Terminal): Promise<readonly string[]> {
  const { files, problems, readAt } = await next()
  const now = new Date().toISOString()
  for (const problem of problems) err(`${now} could not be read: ${problem}\n`)
  if (!files) {
    err(`${now} nothing was ever read, so nothing is published\n`)
    return problems.length ? problems : ['nothing']
  }
  try {
    await writeFiles(out, files)
  } catch (error) {
    const reason = messageOf(error)
    err(`${now} could not be written: ${reason}\n`)
    return [...problems, reason]
  }
  const read = readAt === null ? 'never read as a whole' : `read ${new Date(readAt).toISOString()}`
  print(`${now} published ${files.size} files, ${read}${problems.length ? ', not confirmed' : ''}\n`)
  return problems
}

const pageOf = (folder: string, name: string) => readFile(join(folder, name), 'utf8').catch(() => null)

/** What each round writes by itself. */
const OF_EACH_ROUND = ['index.html', '404.html', 'config.json', MANIFEST]

/** Copies a build beside what is published from it; files of older builds stay, since pages that are still open ask for them. */
async function copyBuild(build: string, out: string): Promise<void> {
  const root = resolve(build)
  await cp(root, resolve(out), {
    recursive: true,
    preserveTimestamps: true,
    filter: path => !OF_EACH_ROUND.includes(relative(root, path).split(sep).join('/')),
  })
}
