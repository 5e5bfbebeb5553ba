import fc from 'fast-check'
import { seed } from './prove/budget.ts'

// Properties start from one seed too: what a test run says of a commit, it says again.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })

export default fc
