import { catalogWrites } from '../support/writeFaultsTable'
import { describeWrites } from '../support/browser/writeFaults'

describeWrites(catalogWrites)
