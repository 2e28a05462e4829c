import { test } from 'vitest'
import { entryViews } from '../../support/browser/entryViews'

test.each(Object.entries(entryViews))('%s', (_, view) => view({}))
