import { Command, InvalidArgumentError } from 'commander'
import type { PublishOptions } from './publish'

const [LEAST, MOST] = [5, 86_400]
const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3_600 }

function secondsOf(text: string): number {
  const [, number, unit = ''] = /^(\d+)([smh]?)$/.exec(text) ?? []
  const seconds = Number(number) * UNITS[unit]!
  if (number === undefined || seconds < LEAST || seconds > MOST)
    throw new InvalidArgumentError(`It must be a time from ${LEAST}s to ${MOST / 3_600}h, such as 60s or 5m.`)
  return seconds
}

function monthsOf(text: string): number {
  const months = Number(text)
  if (!/^\d+$/.test(text) || months > 120) throw new InvalidArgumentError('It must be a number of months from 0 to 120.')
  return months
}

function withAddress(text: string, before: readonly string[]): readonly string[] {
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError('It must be an address such as https://login.example.org')
  return [...before, text]
}

const HELP = `
Written are the pages of the build with the status in them, snapshot.json and history/, status.json, feed.atom, feed.json,
maintenance.ics, badge.svg and badges/. Each file is complete before it has its name; nothing outside of the folder is touched.

The token of a protected API is read from the environment: SCS_STATUS_TOKEN.

Exit code:
  0  written
  2  not everything could be read, or written: what was published last stays, with its time
  3  wrong usage

Example:
  scs-status publish --config status.yaml --out /srv/status --every 60s
`

type Typed = Omit<PublishOptions, 'everySeconds'> & { readonly every?: number }

/** @param run does what was asked for */
export const publishCommand = (run: (options: PublishOptions) => Promise<void>): Command =>
  new Command('publish')
    .description('Writes the status as files, which any host of files can serve')
    .requiredOption('--config <file>', 'configuration of the status page (YAML or JSON)')
    .requiredOption('--out <folder>', 'where to write')
    .option('--api <url>', 'address of the API, in place of that of the configuration')
    .option('--every <time>', 'read and write again every so often, such as 60s, until it is ended', secondsOf)
    .option('--build <folder>', 'the build of the page', 'dist')
    .option('--months <number>', 'months of history beside the window that the page loads first', monthsOf, 12)
    .option('--connect <url>', 'a further host that the page may ask (repeatable)', withAddress, [])
    .option('--no-policy', 'leaves the Content-Security-Policy out of the pages')
    .addHelpText('after', HELP)
    .action(({ every, ...options }: Typed) => run({ ...options, everySeconds: every }))
