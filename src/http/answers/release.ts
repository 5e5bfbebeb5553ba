/**
 * The program that answers, as a part of each ETag: another release may answer otherwise from the same data. The bundle has eight
 * digits of the hash of its sources here (scripts/bundle.ts).
 */
export const release = 'source'
