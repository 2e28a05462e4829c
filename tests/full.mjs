// npm run test:full [-- --rest]: everything that is checked. With --rest only what npm test leaves out, for whoever has just run that.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { rest: { type: 'boolean', default: false } } })
for (const script of [...(values.rest ? [] : ['test']), 'check:rest']) {
  const { status } = spawnSync('npm', ['run', script], { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
