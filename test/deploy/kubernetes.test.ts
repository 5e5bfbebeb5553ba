import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { run } from '../run-program.ts'

const folder = join(import.meta.dirname, '../../deploy/kubernetes')
const read = (name: string) => parse(readFileSync(join(folder, name), 'utf8'))
const compiler = join(import.meta.dirname, '../../node_modules/.bin/tsc')
const require = createRequire(import.meta.url)

interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  validate(): void
}

/** The published schema of a kind, by the module that the package keeps it in: apps/v1 → apps/v1, policy/v1 → policy/v1. */
function schemaOf({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>) {
  const module = require(`kubernetes-models/${apiVersion}`) as Record<string, new (data: unknown) => Manifest>
  const Model = module[kind]
  if (!Model) throw new Error(`no schema of ${apiVersion} ${kind}`)
  return Model
}

const kustomization = read('kustomization.yaml') as { resources: string[] }

t.test('kustomize is given every manifest, and each holds to the published schema', async (t) => {
  const files = readdirSync(folder).filter((name) => name !== 'kustomization.yaml')
  t.same([...kustomization.resources].sort(), files.sort())
  for (const name of kustomization.resources) {
    const manifest = read(name) as Manifest
    const Model = schemaOf(manifest)
    t.doesNotThrow(() => new Model(manifest).validate(), name)
  }
  const Deployment = schemaOf({ apiVersion: 'apps/v1', kind: 'Deployment' })
  t.throws(() => new Deployment({ spec: { replicas: 'two' } }).validate(), 'the schemas do refuse')
  t.throws(() => schemaOf({ apiVersion: 'apps/v1', kind: 'Deploiment' }))
})

/** What the compiler says of manifests written as values of their published types: a field that is not one of theirs is an error. */
async function misspelt(t: Test, manifests: readonly Manifest[]): Promise<string> {
  const lines = manifests.map(
    (manifest, at) =>
      `import type { I${manifest.kind} as M${at} } from 'kubernetes-models/${manifest.apiVersion}'\n` +
      `export const m${at}: M${at} = ${JSON.stringify(manifest)}\n`,
  )
  const file = join(t.testdir({ 'manifests.ts': lines.join('') }), 'manifests.ts')
  const options = ['--noEmit', '--ignoreConfig', '--skipLibCheck', '--strict', '--module', 'nodenext']
  const { output } = await run(process.execPath, [compiler, ...options, file], folder)
  return output
}

t.test('no field is misspelt', async (t) => {
  const manifests = kustomization.resources.map((name) => read(name) as Manifest)
  t.equal(await misspelt(t, manifests), '')
  const deployment = read('deployment.yaml')
  deployment.spec.template.spec.containers[0].readynessProbe = {}
  t.match(await misspelt(t, [deployment]), /readynessProbe"' does not exist/)
})

t.test('the pods hold to the restricted profile, on the right probes', async (t) => {
  const { template } = read('deployment.yaml').spec
  const [container] = template.spec.containers
  t.match(container.livenessProbe.httpGet, { path: '/livez', port: 'http' })
  t.match(container.readinessProbe.httpGet, { path: '/readyz', port: 'http' })
  t.match(container.startupProbe.httpGet, { path: '/readyz', port: 'http' })
  t.match(container.ports, [
    { name: 'http', containerPort: 3000 },
    { name: 'metrics', containerPort: 9464 },
  ])
  t.match(template.spec.securityContext, { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
  t.match(container.securityContext, {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  })
  const drain = container.env.find(({ name }: { name: string }) => name === 'DRAIN_MS')
  t.ok(
    template.spec.terminationGracePeriodSeconds * 1000 > Number(drain.value),
    'there is time to finish after the drain',
  )
  const mounted = container.volumeMounts.map(({ name }: { name: string }) => name)
  t.same(
    template.spec.volumes.map(({ name }: { name: string }) => name),
    mounted,
  )
})

t.test(
  'what is built beside what is served fits into the memory, and one slow answer takes no replica away',
  async (t) => {
    const { spec } = read('deployment.yaml').spec.template
    const [container] = spec.containers
    const megabytes = (text: string) => Number(/^(\d+)Mi$/.exec(text)?.[1])
    const heap = container.env.find(({ name }: { name: string }) => name === 'LOAD_HEAP_MB')
    const inMemory = spec.volumes.find(({ name }: { name: string }) => name === 'database').emptyDir.sizeLimit
    // The service at rest, and what a process takes beside its heap.
    const beside = 150 + 60
    t.ok(megabytes(container.resources.limits.memory) >= beside + Number(heap.value) + megabytes(inMemory))
    const { readinessProbe: probe } = container
    t.ok(probe.failureThreshold > 1 && probe.timeoutSeconds > 1)
  },
)

t.test('nothing leaves the pods, and every selector finds them', async (t) => {
  const { spec } = read('network-policy.yaml')
  t.match(spec, { policyTypes: ['Ingress', 'Egress'], egress: [] })
  const labels = read('deployment.yaml').spec.template.metadata.labels
  t.same(spec.podSelector.matchLabels, labels)
  t.same(read('service.yaml').spec.selector, labels)
  t.same(read('disruption-budget.yaml').spec.selector.matchLabels, labels)
  t.same(read('deployment.yaml').spec.selector.matchLabels, labels)
  t.match(read('autoscaler.yaml').spec.scaleTargetRef, { kind: 'Deployment', name: 'qingdan' })
})
