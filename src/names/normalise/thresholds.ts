/** Every number the reading of a name depends on, in one place. docs/names.md publishes the formula they belong to. */
export const THRESHOLDS = {
  /** Below this score an item is not offered. */
  offer: 0.35,
  /** A person compares a handful of candidates, not a page of them. */
  candidates: 5,
  /** Weight of a pair of neighbouring characters, and of a single one. Light words weigh nothing. */
  pairWeight: 1,
  singleWeight: 0.25,
  /** Share of the score that comes from how much of the shorter name is found again; the rest is Dice's coefficient. */
  containment: 0.5,
  /** Candidates named by a record: the first has this score, each further one a step less. */
  recorded: 0.9,
  recordedStep: 0.02,
  /** What lists print in other words of an ask or none record than the name has. */
  beside: 0.6,
  /** What a word of a name leads to, if the name as a whole is not known, scores so much less. */
  byWord: 0.3,
  /** Score of what a name without any other likeness may be a slip for, and the length from which one odd character is a slip. */
  slip: 0.6,
  slipLength: 6,
  /** Postings read per search, and names then compared in full: what bounds the time of a miss on a long list. */
  postings: 3000,
  compared: 48,
  /** Names longer than this are only compared by their characters and never taken apart. */
  longest: 80,
  /** Prefixes and suffixes are taken off at most this many times. */
  rounds: 8,
  /** Spellings tried for one slip of the pen. */
  corrections: 6,
} as const
