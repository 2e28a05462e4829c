import { test } from 'vitest'
import { publicViews } from '../../support/browser/publicViews'

test.each(Object.entries(publicViews))('%s', (_, view) => view({}))
