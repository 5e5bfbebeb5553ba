import t from 'tap'
import { type Element, readXml } from '../../../src/documents/package/xml.ts'

async function read(text: string): Promise<Element[]> {
  const elements: Element[] = []
  async function* pieces() {
    yield text
  }
  await readXml(pieces(), { open: (element) => elements.push(element) })
  return elements
}

t.test(
  'an element is known by its namespace, whatever the prefix, and bindings end with the element that made them',
  async (t) => {
    const [root, inner, other, plain] = await read(
      '<a xmlns="urn:one" xmlns:w="urn:two"><w:b w:val="1" xml:space="preserve"/><b xmlns="urn:three"/><c/></a>',
    )
    t.same(root, { name: 'a', space: 'urn:one', attributes: {} })
    t.same(inner, { name: 'b', space: 'urn:two', attributes: { val: '1', space: 'preserve' } })
    t.same(other, { name: 'b', space: 'urn:three', attributes: {} })
    t.same(plain, { name: 'c', space: 'urn:one', attributes: {} })
    t.match(await read('<a/>'), [{ name: 'a', space: '' }])
  },
)

t.test('a prefix that nothing declares is a broken file', async (t) => {
  await t.rejects(read('<a><w:b/></a>'), /damaged/)
})

t.test('tags that do not match are a broken file, and an entity that nothing declares is refused as one', async (t) => {
  await t.rejects(read('<a><b></a>'), /damaged/)
  await t.rejects(read('<a>&x;</a>'), /entit|DTD|declar/i)
})
