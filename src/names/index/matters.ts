/** 不得将村级组织作为行政执法、招商引资等事务的责任主体: a rule that names work for which a village must not be responsible. */
const RESPONSIBLE = /作为(.+?)(?:等(?:事务|事项|工作|任务)?)?的?责任主体/u

/** The matters that an item lists by such a name; none where it is no such rule. */
export const mattersOf = (name: string): readonly string[] => RESPONSIBLE.exec(name)?.[1]?.split(/[、,，]/u) ?? []
