import { test } from 'vitest'
import { catalogViews } from '../../support/browser/catalogViews'

test.each(Object.entries(catalogViews))('%s', (_, view) => view({}))
