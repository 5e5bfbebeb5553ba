import { type Static, Type } from 'typebox'
import { Alternative } from './list.ts'
import { Grade, Kind, oneOf, Sentence, Source } from './terms.ts'

const closed = { additionalProperties: false }
const Words = Type.String({ minLength: 1 })
const Several = Type.Array(Words, { minItems: 1, uniqueItems: true })

/**
 * Names that people use and no list prints.
 * same: other names of one listed thing; `items` holds its printed name, and its other printed names where lists differ in
 * wording. ask: may mean any of `items`, a person decides. none: means no listed item (`items` is empty), so that similarity
 * never pulls it in. elsewhere: a none that another authority issues.
 * Items are named, not numbered: a name keeps its meaning when an annex is imported anew. Each has to be printed in a list of the kind or
 * declared (wording.printed); anything else is a slip, and refused.
 * A name with slots, as {证件}{遗失}证明, stands for every name whose words are all known and that holds exactly these slots,
 * in any order; see docs/names.md.
 */
export const RecordedName = Type.Object(
  {
    names: Several,
    reading: oneOf(['same', 'ask', 'none', 'elsewhere']),
    items: Type.Array(Words),
    grade: Grade,
    source: Type.Optional(Source),
    reason: Type.Optional(Sentence),
    instead: Type.Optional(Type.Array(Alternative, { minItems: 1 })),
  },
  closed,
)
export type RecordedName = Static<typeof RecordedName>

/** Words that the reading of names of one kind rests on, whatever the item. docs/names.md explains the use of each. */
export const Wording = Type.Object(
  {
    printed: Type.Optional(
      Type.Array(Words, {
        description: '记录可以指的事项,照清单印出的名称写;清单换了印法、还没有导入或者已经改印,也仍可以指',
      }),
    ),
    filler: Type.Optional(Type.Array(Words, { description: '在任何位置都不改变含义、按含义比对时略去的词' })),
    light: Type.Optional(Type.Array(Words, { description: '按字面比对时也可略去的词;相似度中权重为零' })),
    required: Type.Optional(Type.Array(Words, { description: '至少要有其中一词,略去虚词后才可定案' })),
    leastLeft: Type.Optional(Type.Integer({ minimum: 1, description: '略去虚词后至少剩下几个字才可定案' })),
    subjects: Type.Optional(Type.Array(Words, { description: '说明“谁的”的词类,位于事项之前时可略去' })),
    documentEndings: Type.Optional(
      Type.Object({ slot: Words, words: Several }, { ...closed, description: '以这些字结尾的未知词归入该词类' }),
    ),
    distinct: Type.Optional(Type.Array(Words, { description: '与词表中的词同音而另有所指的词,不作笔误' })),
    issuers: Type.Optional(Type.Boolean({ description: '名称中可以写明出具单位' })),
    notes: Type.Optional(Type.Array(Words, { description: '括号内的份数、盖章等说明' })),
    purposes: Type.Optional(Type.Array(Words, { description: '引出用途的词' })),
    asking: Type.Optional(Type.Array(Words, { description: '句首的要求、请求' })),
    places: Type.Optional(
      Type.Object(
        {
          party: Several,
          upper: Several,
          otherBodies: Several,
          notPlace: Type.Optional(
            Type.Object(
              {
                whole: Type.Optional(Several),
                starts: Type.Optional(Several),
                ends: Type.Optional(Several),
                anywhere: Type.Optional(Several),
              },
              { ...closed, description: '村字之前不是村名的文字:整段即是、出现在段首、段末或任何位置' },
            ),
          ),
        },
        { ...closed, description: '牌子名称中的地名前缀:党组织冠词、村以上区划、非村级组织、不是村名的文字' },
      ),
    ),
    weak: Type.Optional(Type.Array(Words, { description: '单独不说明什么事的词;名称只有它们相同,不算相近' })),
    weakSlots: Type.Optional(Type.Array(Words, { description: '其中的词单独不说明什么事的词类' })),
    ends: Type.Optional(Type.Array(Words, { description: '名称以其中一词结尾,才算读懂' })),
    generic: Type.Optional(Type.Array(Words, { description: '只说是一份证明、没有说证明什么的词' })),
    papers: Type.Optional(Type.Array(Words, { description: '别的文书的中心词:名称以此结尾,就不是证明' })),
    papersReason: Type.Optional(Sentence),
    sides: Type.Optional(
      Type.Record(Words, Type.Array(Several), {
        description: '同一事项的不同方面,各由哪些词表明;说的方面不同,就不是一个意思',
      }),
    ),
    alike: Type.Optional(Type.Array(Several, { description: '近义词组,只用于提供候选' })),
  },
  closed,
)
export type Wording = Static<typeof Wording>

/** Word classes: 证件 → 身份证, 户口本 … A word stands in one class only. */
export const Slots = Type.Record(Type.String({ minLength: 1 }), Several)
export type Slots = Static<typeof Slots>

/** data/names/<kind>.json */
export const RecordedNamesFile = Type.Object(
  {
    kind: Kind,
    wording: Type.Optional(Wording),
    slots: Type.Optional(Slots),
    recorded: Type.Array(RecordedName),
  },
  closed,
)
export type RecordedNamesFile = Static<typeof RecordedNamesFile>
