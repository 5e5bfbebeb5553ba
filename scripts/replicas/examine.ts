export interface Trial {
  requests: number
  /** What went wrong with a request; the aim is none. */
  readonly failures: string[]
  /** The outcome each version of the data gave; two outcomes for one version would be a disagreement. */
  readonly outcomes: Map<string, Set<string>>
}

/** Notes what an answer said, and gives what is wrong with it. */
export async function examine(response: Response, { outcomes }: Trial): Promise<string[]> {
  const text = await response.text()
  if (response.status !== 200) return [`${response.status} ${text}`]
  const { outcome, dataset } = JSON.parse(text) as { outcome: string; dataset: { version: string } }
  const version = response.headers.get('dataset-version')
  outcomes.set(dataset.version, (outcomes.get(dataset.version) ?? new Set()).add(outcome))
  return version === dataset.version ? [] : [`the header says ${version}, the body ${dataset.version}`]
}
