import { test } from 'vitest'
import { embedViews } from '../../support/browser/embedViews'

test.each(Object.entries(embedViews))('%s', (_, view) => view({}))
