/** How the name of an office ends. */
const OFFICE =
  /^[\p{Script=Han}（）()、]{2,20}(局|委|办|部|厅|院|中心|站|所|会|公司|科|处|署|队|银行|法院|检察院|办公室|委员会|部门|系统|单位)$/u
const STEMS =
  /^(民政|公安|教育|司法|人社|卫健|卫生健康|医保|住建|自然资源|农业农村|林草|林业|财政|税务|市场监管|退役军人|残联|妇联|团委|工会|水务|交通|应急|统计|乡村振兴|银行|法院|检察院|不动产|公积金|组织|宣传|统战|政法|武装)(部门|系统|类|口)?$/
/** The village itself issues what the list holds; it is no office that asks for it. */
const VILLAGE = /村民委员会|居民委员会|村委会|居委会|基层群众/

/** Whether a line or the name of a sheet is the name of an office and nothing else. */
export const isDepartment = (text: string): boolean => {
  const line = text.replace(/\s/g, '')
  return (OFFICE.test(line) || STEMS.test(line)) && !VILLAGE.test(line)
}
