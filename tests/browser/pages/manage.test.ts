import { test } from 'vitest'
import { manageViews } from '../../support/browser/manageViews'

test.each(Object.entries(manageViews))('%s', (_, view) => view({}))
