import fc from 'fast-check'
import t from 'tap'
import { splitMaterials } from '../../../src/checks/materials/split.ts'

const cases: readonly (readonly [string, ...string[]])[] = [
  ['身份证、户口簿、婚姻状况证明', '身份证', '户口簿', '婚姻状况证明'],
  ['身份证；户口簿;结婚证\n离婚证', '身份证', '户口簿', '结婚证', '离婚证'],
  ['1.身份证 2.户口簿；3.1.5寸照片', '身份证', '户口簿', '1.5寸照片'],
  ['1、身份证2、户口簿3、无犯罪记录证明', '身份证', '户口簿', '无犯罪记录证明'],
  ['（1）身份证（2）户口簿', '身份证', '户口簿'],
  ['（一）身份证（二）户口簿', '身份证', '户口簿'],
  ['①身份证②户口簿', '身份证', '户口簿'],
  ['一、身份证\n二、户口簿', '身份证', '户口簿'],
  ['1.身份证', '身份证'],
  ['身份证（正面、反面）、户口簿', '身份证（正面、反面）', '户口簿'],
  ['亲属关系证明（含父母；子女）', '亲属关系证明（含父母；子女）'],
  ['身份证（没有合上、户口簿', '身份证（没有合上', '户口簿'],
  ['身份证）、户口簿', '身份证）', '户口簿'],
  ['结婚证或离婚证', '结婚证或离婚证'],
  ['收养人婚姻状况和抚养教育被收养人能力等情况的证明', '收养人婚姻状况和抚养教育被收养人能力等情况的证明'],
  ['身份证,户口簿，结婚证（复印件）', '身份证', '户口簿', '结婚证（复印件）'],
  ['申请人为个人的，提供身份证', '申请人为个人的，提供身份证'],
  ['身份证、户口簿等材料', '身份证', '户口簿'],
  ['身份证、等材料', '身份证', '等材料'],
  ['收入、财产证明', '收入、财产证明'],
  ['收入、 财产证明', '收入、 财产证明'],
  ['收入、\n财产证明；身份证', '收入、\n财产证明', '身份证'],
  ['身\n证明', '身\n证明'],
  ['钥匙、身份证', '钥匙', '身份证'],
  ['身份证、钥匙', '身份证', '钥匙'],
  ['婚姻状况证明', '婚姻状况证明'],
  ['3.身份证4.户口簿', '3.身份证4.户口簿'],
  ['1寸照片', '1寸照片'],
  ['、；'],
  [''],
]

t.test('a cell is cut into the materials it lists and nowhere else', async (t) => {
  for (const [cell, ...parts] of cases) t.strictSame(splitMaterials(cell), parts, cell)
})

t.test('whatever is written, no part is empty and no text is made up', async (t) => {
  const signs = fc.array(fc.constantFrom(...'身份证明、；;\n，,（）()1.2①②一和或等《》 '), { maxLength: 30 })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        signs.map((all) => all.join('')),
      ),
      (cell) => {
        const parts = splitMaterials(cell)
        return parts.every((part) => part !== '' && cell.includes(part))
      },
    ),
  )
  t.pass()
})

t.test('a list of more than twenty circled or ten Chinese numbers ends with the last number there is', async (t) => {
  const circled = Array.from({ length: 20 }, (_, at) => `${String.fromCodePoint(0x2460 + at)}材料${at}`).join('')
  t.equal(splitMaterials(circled).length, 20)
  t.equal(
    splitMaterials('一、甲证\n二、乙证\n三、丙证\n四、丁证\n五、戊证\n六、己证\n七、庚证\n八、辛证\n九、壬证\n十、癸证')
      .length,
    10,
  )
  t.equal(
    splitMaterials(
      '（一）甲证（二）乙证（三）丙证（四）丁证（五）戊证（六）己证（七）庚证（八）辛证（九）壬证（十）癸证',
    ).length,
    10,
  )
})
