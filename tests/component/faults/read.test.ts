import { faults } from '../../support/faultMatrix'
import { testReadFaults } from './readMatrix'

// Each read suffers two faults, and each fault strikes a read. All of them with all: tests/matrix.
testReadFaults((read, fault) => [read, read + 7].some(one => one % faults.length === fault))
