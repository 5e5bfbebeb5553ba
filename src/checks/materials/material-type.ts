/** Values of 材料类型 under which nothing stands that a village certifies: what is filled in, drawn, photographed, agreed or licensed. */
const otherKinds =
  /申请(?:表|书|文书|材料|表格)|表格|表单|填报|登记表|审批表|照片|相片|图片|影像|图纸|合同|协议|票据|发票|凭证|证照|证件|执照|批文|批复/u

/** How the name of a certificate ends, whatever its type is said to be. */
const certificate = /证明(?:材料|文件|书|信|函|原件|复印件)?(?:[（(][^（()）]*[)）])?$/u

/** The type of a material where it says that the material is no certificate; 证明, 证件证书证明 and 其他 leave that open. */
export function otherKind(type: string, material: string): string | undefined {
  const text = type.replace(/\s+/gu, '')
  return otherKinds.test(text) && !text.includes('证明') && !certificate.test(material) ? text : undefined
}
