// Sums up vitest's JSON reports in the given folder. A test file that could not even be loaded counts as one failure.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = '.'] = process.argv.slice(2)
const reports = (existsSync(folder) ? readdirSync(folder) : []).map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')))
const count = measure => reports.reduce((sum, report) => sum + measure(report), 0)

const passed = count(report => report.numPassedTests)
const failed = count(
  report =>
    report.numFailedTests +
    report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length,
)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
