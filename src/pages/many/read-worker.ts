import { serveWork } from '../../work/serve-work.ts'
import { readForm } from './form-fields.ts'

/** The process in which forms are read whose reading may take long. */
serveWork(readForm)
