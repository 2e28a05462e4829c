import { afterEach } from 'vitest'
import { closePages } from './page'

afterEach(closePages)
