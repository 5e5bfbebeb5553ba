import { ConfigError } from '../config/config-values.ts'
import { DataError } from '../lists/data-set.ts'

const diskFull = () => 'The disk is full. Free some room, or set DATABASE_PATH to another disk.'

type SystemError = NodeJS.ErrnoException & { port?: number; address?: string; hostname?: string; variable?: string }

const hostUnknown = ({ hostname }: SystemError) =>
  `There is no host ${hostname}. Set HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.`

const hints: Readonly<Record<string, (error: SystemError) => string>> = {
  EADDRINUSE: ({ port, variable = 'PORT' }) =>
    `Port ${port} is taken by another process. Stop it, or set ${variable} to a free one.`,
  EADDRNOTAVAIL: ({ address }) =>
    `${address} is not an address of this machine. Set HOST to one that is, such as 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: hostUnknown,
  // What a resolver without a network says.
  EAI_AGAIN: hostUnknown,
  EACCES: ({ path, port }) =>
    path
      ? `${path} cannot be read or written. Give the user that runs the service the right to, or set DATABASE_PATH elsewhere.`
      : `Port ${port} may not be opened by this user. Set PORT to one above 1023.`,
  EROFS: ({ path }) =>
    `${path} is on a read-only file system. Build the database beforehand, or set DATABASE_PATH elsewhere.`,
  ENOENT: ({ path }) => `${path} does not exist. Create the folder it stands in, or set DATABASE_PATH elsewhere.`,
  ENOTDIR: ({ path }) => `${path} leads through a file. Set DATABASE_PATH to a file in a folder.`,
  EEXIST: ({ path }) => `${path} stands where a folder is needed. Set DATABASE_PATH to a file in a folder.`,
  ENOSPC: diskFull,
  // SQLite has a code of its own where the disk fills up while it writes.
  SQLITE_FULL: diskFull,
}

/** Says in a sentence why the service did not start and what to do; an error not foreseen keeps its stack. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof ConfigError) return `The configuration cannot be used: ${error.message}. See .env.template.`
  if (error instanceof DataError) return error.message
  const { code = '', stack, message } = error as NodeJS.ErrnoException
  const hint = hints[code]
  return hint ? hint(error as NodeJS.ErrnoException) : `The service did not start: ${stack ?? message}`
}
