import type { Locator } from 'playwright'
import { expect } from 'vitest'

/** Waits until a part of the page is there and no longer waits for anything itself. */
export const settled = (part: Locator): Promise<void> => expect.poll(() => part.getAttribute('aria-busy')).toBe('false')
