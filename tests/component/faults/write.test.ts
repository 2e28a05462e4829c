import { writeFaults } from '../../support/writeFaults'
import { testWriteFaults } from './writeMatrix'

// Each write suffers two faults, and each fault strikes a write. All of them with all: tests/matrix.
testWriteFaults((write, fault) => [write, write + 7].some(one => one % writeFaults.length === fault))
