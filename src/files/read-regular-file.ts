import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** Why a file is not read, in a sentence in each language. The file is not named: whoever asked for it knows how to call it. */
export class FileRefused extends Error {
  readonly said: { readonly zh: string; readonly en: string }

  constructor(zh: string, en: string) {
    super(en)
    this.name = 'FileRefused'
    this.said = { zh, en }
  }
}

const mebibyte = 2 ** 20

/**
 * Reads a whole file of at most so many MB. It is opened once and asked what it is while it is open: between two looks by name another
 * may come to stand there. What is no regular file never ends (a device, a link to /dev/zero) or never begins (a named pipe, which
 * would be waited for at the opening already; O_NONBLOCK opens it at once). A file that grows while it is read gives what it held first.
 * @throws FileRefused when it is no regular file or too large, otherwise what the file system says.
 */
export function readRegularFile(path: string, mostMegabytes: number): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const found = fstatSync(file)
    if (!found.isFile()) {
      throw new FileRefused(
        '不是普通文件（而是文件夹、管道或设备等），不予读取；请换成文件本身。',
        'is no regular file (but a folder, a pipe, a device or the like) and is not read; put the file itself there.',
      )
    }
    if (found.size > mostMegabytes * mebibyte) {
      const size = Math.ceil(found.size / mebibyte)
      throw new FileRefused(
        `有 ${size} MB，超过 ${mostMegabytes} MB，不予读取；请检查是否放错了文件，删去图片等无关内容。`,
        `has ${size} MB, which is more than ${mostMegabytes} MB, and is not read; see whether it is the right file, and remove pictures and whatever else is not needed.`,
      )
    }
    const bytes = Buffer.alloc(found.size)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null)
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}
