// npm run generate:fingerprint
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fingerprintOf } from './fingerprint'

const document = parse(readFileSync('openapi/scs-status-page.yaml', 'utf8')) as unknown
writeFileSync('openapi/fingerprint.json', `${JSON.stringify(fingerprintOf(document), null, 2)}\n`)
