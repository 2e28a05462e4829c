import type { TestProject } from 'vitest/node'
import { findBrowser, type TestBrowser } from './testBrowser'

declare module 'vitest' {
  export interface ProvidedContext {
    testBrowser: TestBrowser
  }
}

/** Finds the browser once for all workers. */
export default async function setup({ provide }: TestProject) {
  provide('testBrowser', await findBrowser())
}
