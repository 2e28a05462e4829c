import { test } from 'vitest'
import { statusViews } from '../../support/browser/statusViews'

test.each(Object.entries(statusViews))('%s', (_, view) => view({}))
