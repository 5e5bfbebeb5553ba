import { serveWork } from '../../work/serve-work.ts'
import { readForm } from './read-form.ts'

/** The process in which forms are read whose reading may take long. */
serveWork(readForm)
