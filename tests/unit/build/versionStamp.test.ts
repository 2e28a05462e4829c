import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { versionText } from '@/build/versionStamp'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

describe('the stamp of a build', () => {
  it('has the version, and the commit that the environment names', () => {
    expect(versionText({ SCS_STATUS_COMMIT: '0a1b2c3d4e' })).toBe(`SCS Status ${version} (0a1b2c3d4e)`)
  })

  it('goes without a commit where there is none', () => {
    expect(versionText({ SCS_STATUS_COMMIT: '' })).toBe(`SCS Status ${version}`)
  })
})
