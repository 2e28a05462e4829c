import { testReadFaults } from '../component/faults/readMatrix'

testReadFaults(() => true)
