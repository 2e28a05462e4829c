import type { TestProject } from 'vitest/node'
import { findBrowser, serveBrowser, type TestBrowser } from './testBrowser'

declare module 'vitest' {
  export interface ProvidedContext {
    testBrowser: TestBrowser
    /** Where the one browser of the run can be reached. */
    browserEndpoint: string
  }
}

/** Finds and starts the browser once for all workers. */
export default async function setup({ provide }: TestProject) {
  const testBrowser = await findBrowser()
  const server = await serveBrowser(testBrowser)
  provide('testBrowser', testBrowser)
  provide('browserEndpoint', server.wsEndpoint())
  return () => server.close()
}
