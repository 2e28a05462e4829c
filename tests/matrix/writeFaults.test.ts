import { testWriteFaults } from '../component/faults/writeMatrix'

testWriteFaults(() => true)
