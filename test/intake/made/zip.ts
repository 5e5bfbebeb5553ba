import { crc32, deflateRawSync } from 'node:zlib'

/** What a test may get wrong on purpose. */
export interface Faults {
  /** The size the directory claims for a part. */
  readonly claims?: Readonly<Record<string, number>>
  /** The checksum is of other bytes. */
  readonly badSum?: string
  readonly encrypted?: string
}

/** A zip of these parts, in this order; a name may come twice. */
export function zip(parts: readonly (readonly [string, string | Buffer])[], faults: Faults = {}): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const head = Buffer.alloc(30)
    const flags = 0x800 | (faults.encrypted === name ? 1 : 0)
    const size = faults.claims?.[name] ?? data.length
    const sum = faults.badSum === name ? 1 : crc32(data)
    const file = Buffer.from(name)
    head.writeUInt32LE(0x04034b50, 0)
    for (const [at, value] of [
      [4, 20],
      [6, flags],
      [8, 8],
      [26, file.length],
    ] as const)
      head.writeUInt16LE(value, at)
    for (const [at, value] of [
      [14, sum],
      [18, packed.length],
      [22, size],
    ] as const)
      head.writeUInt32LE(value, at)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    for (const [at, value] of [
      [4, 20],
      [6, 20],
      [8, flags],
      [10, 8],
      [28, file.length],
    ] as const)
      entry.writeUInt16LE(value, at)
    for (const [at, value] of [
      [16, sum],
      [20, packed.length],
      [24, size],
      [42, offset],
    ] as const)
      entry.writeUInt32LE(value, at)
    local.push(head, file, packed)
    central.push(entry, file)
    offset += head.length + file.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}
