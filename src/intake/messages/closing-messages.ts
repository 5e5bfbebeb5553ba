import { say } from '../../documents/message.ts'

/** Sentences about the rule by which silence speaks at a place. */

export const notForAll = () =>
  say(
    'not-for-all',
    '没有文件说全国的清单之外如何：民发〔2020〕20号要求各地制定清单，本身不使任何清单封闭。请写明是哪个地方。',
    'No document says what holds beyond the lists of the whole country: 民发〔2020〕20号 asks places to make lists and closes none by itself. Name a place.',
  )

export const ofAnotherPlace = (title: string, place: string) =>
  say(
    'of-another-place',
    `《${title}》只是别处（或上级）清单的文件，没有说${place}的清单之外如何；请指明${place}的文件。`,
    `《${title}》 is a document of lists of other places, or of those above, and does not say what holds beyond the lists of ${place}; name a document of ${place}.`,
  )

export const notInClause = (clause: string, title: string) =>
  say(
    'not-in-clause',
    `《${title}》${clause}里没有这句话；--text 须照录原文。`,
    `${clause} of 《${title}》 does not have these words; --text takes them as they stand there.`,
  )

export const notApplying = (ids: readonly string[], applying: readonly string[]) =>
  say(
    'not-applying',
    `${ids.join('、')} 不是当地适用的清单；适用的有：${applying.join('、')}。`,
    `${ids.join(', ')}: no list that applies there; there are: ${applying.join(', ')}.`,
  )

export const nothingToClose = (place: string) =>
  say(
    'nothing-to-close',
    `${place}没有这一类的清单；请先用 qingdan import 导入。`,
    `${place} has no list of this kind; import one first with qingdan import.`,
  )

export const noDocument = (id: string) =>
  say(
    'no-document',
    `documents.json 里没有文件 ${id}；请用 --title 写明标题（可加 --number、--issuer、--issued），随规定一并写入。`,
    `There is no document ${id} in documents.json; give its --title (and --number, --issuer, --issued), and it is written with the rule.`,
  )

export const documentKnown = (id: string) =>
  say(
    'document-known',
    `documents.json 里已有文件 ${id}，它的标题、文号等不在这里改。`,
    `Document ${id} is in documents.json already; its title, number and the like are not changed here.`,
  )
