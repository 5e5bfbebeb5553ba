import { type Said, say } from '../../documents/message.ts'
import { Processes } from '../../work/processes.ts'
import { type WorkLimits, WorkRefused } from '../../work/work-limits.ts'
import { type ReadForm, readForm } from './form-fields.ts'
import type { SentForm } from './sent-form.ts'

/** What was pasted is read at once up to this length, in bytes or characters: it takes a few milliseconds, and no place of a longer one. */
const short = 65_536

/** Why a form was not read, with the status that says so to programs. */
const refusals: Readonly<Record<WorkRefused['why'], Said & { readonly status: number }>> = {
  busy: {
    ...say(
      'busy',
      '现在有多份表格正在读取，请过一会儿再试；名称不多时请直接粘贴。',
      'Several tables are being read at the moment. Try again in a while, or paste the names if they are few.',
    ),
    status: 503,
  },
  time: {
    ...say(
      'too-slow',
      '读取该表格所需时间超过允许。请删去空行、空列，另存后再试，或粘贴名称。',
      'Reading this table takes longer than allowed. Remove empty rows and columns, save it again, or paste the names.',
    ),
    status: 413,
  },
  memory: {
    ...say(
      'too-big',
      '读取该表格所需内存超过允许。请只保留名称和出具单位两列，另存后再试，或粘贴名称。',
      'Reading this table takes more memory than allowed. Keep only the columns of names and issuers, save it again, or paste the names.',
    ),
    status: 413,
  },
}

/** A form, or why it was not read; the status is that of the answer. */
export type Outcome = ReadForm & { readonly status: number }

/** Reads what the form of many names sent; in another process where that may take long. */
export class FormReader {
  readonly #processes: Processes<SentForm, ReadForm>
  readonly #clients = new Set<string>()

  constructor(limits: WorkLimits) {
    this.#processes = new Processes(new URL('./read-worker.ts', import.meta.url), limits)
  }

  /** @param client has one table read at a time: whoever sends many would leave no place to others */
  async read(sent: SentForm, client: string): Promise<Outcome> {
    try {
      const form = await (isShort(sent) ? readForm(sent) : this.#readAside(sent, client))
      return { ...form, status: form.problem ? 400 : 200 }
    } catch (error) {
      if (!(error instanceof WorkRefused)) throw error
      const { status, ...problem } = refusals[error.why]
      const { text: _, ...fields } = sent.fields
      return { ...(await readForm({ fields })), problem, status }
    }
  }

  async #readAside(sent: SentForm, client: string): Promise<ReadForm> {
    if (this.#clients.has(client)) throw new WorkRefused('busy')
    this.#clients.add(client)
    try {
      return await this.#processes.run(sent)
    } finally {
      this.#clients.delete(client)
    }
  }

  close(): void {
    this.#processes.close()
  }
}

function isShort({ encoded, fields, file }: SentForm): boolean {
  if (file) return false
  const { text = '' } = fields
  return (encoded?.length ?? String(text).length) <= short
}
