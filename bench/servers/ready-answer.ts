/** An answer of the service, as it stands in the file that the floors read. */
export interface ReadyAnswer {
  readonly path: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** base64 */
  readonly body: string
}
