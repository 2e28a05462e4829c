import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { curlOf, curlOfAll, type ShownRequest } from '@/domain/curl'

const url = 'https://api.example.org/v1/incidents?start=a&end=b'
const odd = { displayName: `It's "down" $TOKEN \`id\` \\ ! 100 %\n*`, affects: [{ reference: 'ä€😀', severity: 0 }] }

/** What a shell hands to curl. */
const argumentsOf = (request: ShownRequest) =>
  execFileSync('sh', ['-c', `curl() { for each; do printf '%s\\0' "$each"; done; }\n${curlOf(request)}`], {
    env: { TOKEN: 'secret' },
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1)

describe('the curl command', () => {
  it('of a read is the address alone', () => {
    expect(curlOf({ method: 'GET', url, authenticated: false })).toBe(`curl '${url}'`)
  })

  it('of a write names the token by a variable', () => {
    expect(curlOf({ method: 'PATCH', url, body: { displayName: 'x' }, authenticated: true })).toBe(
      [
        'curl -X PATCH',
        '-H "Authorization: Bearer $TOKEN"',
        "-H 'Content-Type: application/json'",
        `--data-raw '{"displayName":"x"}'`,
        `'${url}'`,
      ].join(' \\\n  '),
    )
  })

  it('says the same to curl whatever stands in it', () => {
    const address = `${url}&name='$(id)'`
    expect(argumentsOf({ method: 'POST', url: address, body: odd, authenticated: true })).toEqual([
      ...['-X', 'POST', '-H', 'Authorization: Bearer secret', '-H', 'Content-Type: application/json'],
      ...['--data-raw', JSON.stringify(odd), address],
    ])
  })

  it('has no body where none is sent', () => {
    expect(argumentsOf({ method: 'DELETE', url, authenticated: false })).toEqual(['-X', 'DELETE', url])
  })

  it('keeps curl from reading brackets as ranges', () => {
    const address = 'http://[::1]:8080/incidents'
    expect(argumentsOf({ method: 'GET', url: address, authenticated: false })).toEqual(['--globoff', address])
  })
})

it('several commands are a line each, and apart from each other where one takes more', () => {
  const read: ShownRequest = { method: 'GET', url, authenticated: false }
  expect(curlOfAll([])).toBe('')
  expect(curlOfAll([read, read])).toBe(`curl '${url}'\ncurl '${url}'`)
  const withToken = { ...read, authenticated: true }
  expect(curlOfAll([read, withToken])).toBe(`curl '${url}'\n\n${curlOf(withToken)}`)
})
