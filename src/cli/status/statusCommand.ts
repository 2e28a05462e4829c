import { Command, InvalidArgumentError, Option } from 'commander'
import { languageNames, type Language } from '@/i18n/messages'
import type { StatusOptions } from './status'

const DEFAULT_SECONDS = '60'
const [LEAST, MOST] = [5, 86_400]

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (!/^\d+$/.test(text) || seconds < LEAST || seconds > MOST)
    throw new InvalidArgumentError(`It must be a number of seconds from ${LEAST} to ${MOST}.`)
  return seconds
}

type Labels = NonNullable<StatusOptions['label']>

function withLabel(text: string, before: Labels = []): Labels {
  const [key = '', ...value] = text.split('=')
  if (!key.trim() || !value.join('').trim()) throw new InvalidArgumentError('It must look like key=value.')
  return [...before, [key.trim(), value.join('=').trim()]]
}

const HELP = `
The token of a protected API is read from the environment: SCS_STATUS_TOKEN.

Exit code:
  0  fine: operational, a notice, or maintenance
  1  something is affected
  2  nobody can say: the server did not answer, or not all of it, or has nothing to tell
  3  wrong usage

Examples:
  scs-status status --api https://status-api.example.org
  scs-status status --api https://status-api.example.org --component Compute && deploy
  scs-status status --config status.yaml --label region=north --json
`

/** @param run does what was asked for */
export const statusCommand = (run: (options: StatusOptions) => Promise<void>): Command =>
  new Command('status')
    .description('Tells how a cloud is: verdict, incidents, maintenance, components that are not fine')
    .option('--api <url>', 'address of the API')
    .option('--config <file>', 'configuration of a status page (YAML or JSON): its server, severities, labels, zone')
    .option('--provider <id>', 'one of several providers of the configuration')
    .addOption(new Option('--component <name>', 'one component, by its id or its name').conflicts(['label']))
    .option('--label <key=value>', 'components with this label (repeatable: with all of them)', withLabel)
    .addOption(new Option('--at <time>', 'a past moment: a day, or a time with its offset').conflicts(['watch']))
    .addOption(
      new Option('--watch [seconds]', 'read again every so often, and write when something changes')
        .preset(DEFAULT_SECONDS)
        .argParser(secondsOf),
    )
    .option('--json', 'write JSON for machines (docs/command.md)')
    .addOption(
      new Option('--language <code>', 'of what is written').choices(Object.keys(languageNames) satisfies string[] as Language[]),
    )
    .option('--zone <name>', 'time zone of days and times: local, utc or Europe/Berlin')
    .addHelpText('after', HELP)
    .action((options: StatusOptions) => run(options))
