import { execFile } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import packageJson from '../../../package.json'
import { cloud, impact, ongoing, startServer } from './servers'

/** Runs the command as somebody does who installed it; built, where there is a build. */
const scsStatus = (...args: string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>(resolve =>
    execFile(process.execPath, [packageJson.bin['scs-status'], ...args], (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    ),
  )

describe('bin/scs-status.mjs', { timeout: 60_000 }, () => {
  it('tells the version', async () => {
    expect(await scsStatus('--version')).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' })
  })

  it('ends by itself, with its code, and without a warning of Node about the many reads of a storm', async () => {
    const storm = Array.from({ length: 15 }, (_, index) => ongoing([impact('Compute', 50)], { id: uuidOf(`storm ${index}`) }))
    const updates = Object.fromEntries(
      storm.map(({ id }) => [id, [{ order: 0, displayName: 'Seen', description: '', createdAt: '2026-03-10T08:00:00Z' }]]),
    )
    const { url } = await startServer(cloud(storm, { updates }))
    const { code, out, err } = await scsStatus('status', '--api', url, '--at', new Date(Date.now() - 60_000).toISOString())
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('Compute: Major')
    expect(await scsStatus('status', '--api', url)).toMatchObject({ code: 1, err: '' })
  })
})
