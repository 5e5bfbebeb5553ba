import t from 'tap'
import { ConfigError } from '../../src/config/config-values.ts'
import { DataError } from '../../src/lists/data-set.ts'
import { explainStartFailure } from '../../src/operations/start-failure.ts'

const failure = (fields: object) => Object.assign(new Error('failed'), fields)

t.test('a start that fails says in a sentence why, and what to do', async (t) => {
  const rows: [error: Error, sentence: string | RegExp][] = [
    [
      new ConfigError('PORT must be integer'),
      'The configuration cannot be used: PORT must be integer. See .env.template.',
    ],
    [new DataError(['a', 'b']), 'The data cannot be used:\n  - a\n  - b'],
    [failure({ code: 'EADDRINUSE', port: 3000 }), /^Port 3000 is taken by another process\. .*PORT/],
    [failure({ code: 'EADDRNOTAVAIL', address: '1.2.3.4' }), /^1\.2\.3\.4 is not an address of this machine\. .*HOST/],
    [failure({ code: 'ENOTFOUND', hostname: 'none.invalid' }), /^There is no host none\.invalid\. .*HOST/],
    [failure({ code: 'EAI_AGAIN', hostname: 'none.invalid' }), /^There is no host none\.invalid\. .*HOST/],
    [
      failure({ code: 'EACCES', path: '/srv/q.sqlite' }),
      /^\/srv\/q\.sqlite cannot be read or written\. .*DATABASE_PATH/,
    ],
    [failure({ code: 'EACCES', port: 80 }), /^Port 80 may not be opened by this user\. .*PORT/],
    [
      failure({ code: 'EROFS', path: '/srv/q.sqlite' }),
      /^\/srv\/q\.sqlite is on a read-only file system\. .*DATABASE_PATH/,
    ],
    [failure({ code: 'ENOENT', path: '/srv/none' }), /^\/srv\/none does not exist\. .*DATABASE_PATH/],
    [failure({ code: 'ENOTDIR', path: '/srv/file/q' }), /^\/srv\/file\/q leads through a file\. .*DATABASE_PATH/],
    [failure({ code: 'EEXIST', path: '/srv/file' }), /^\/srv\/file stands where a folder is needed\. .*DATABASE_PATH/],
    [failure({ code: 'SQLITE_FULL' }), /^The disk is full\. .*DATABASE_PATH/],
    [failure({ code: 'ENOSPC' }), /^The disk is full\. .*DATABASE_PATH/],
  ]
  for (const [error, sentence] of rows) {
    const said = explainStartFailure(error)
    if (typeof sentence === 'string') t.equal(said, sentence)
    else t.match(said, sentence)
  }
})

t.test('a failure that was not foreseen keeps its stack, or at least its message', async (t) => {
  t.match(explainStartFailure(new Error('odd')), /^The service did not start: Error: odd\n\s+at /)
  t.match(explainStartFailure(failure({ code: 'EODD' })), /^The service did not start: Error: failed\n\s+at /)
  t.equal(explainStartFailure({ message: 'odd' }), 'The service did not start: odd')
})
