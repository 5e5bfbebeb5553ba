import t from 'tap'
import { datasetVersion } from '../../src/catalogue/dataset-version.ts'

t.test('the version is the newest review and the beginning of the content hash', async (t) => {
  const lists = [{ reviewed: '2025-01-02' }, { reviewed: '2026-11-22' }, { reviewed: '2024-12-31' }]
  t.equal(datasetVersion(lists, '3f9a2c1b77d0'), '2026-11-22.3f9a2c1b')
  t.equal(datasetVersion([...lists].reverse(), '3f9a2c1b77d0'), '2026-11-22.3f9a2c1b')
})

t.test('data without lists has a version too', async (t) => {
  t.equal(datasetVersion([], '3f9a2c1b77d0'), '0000-00-00.3f9a2c1b')
})
