import t from 'tap'
import { allowed, type Grounds, outcomeOf } from '../../src/rulings/outcome.ts'

const grounds: Grounds = {
  elsewhere: false,
  issuer: undefined,
  verdict: 'decided',
  effects: ['prohibits'],
  silenceSpeaks: true,
}

t.test('what the outcome follows from', async (t) => {
  const rows: [why: string, grounds: Partial<Grounds>, outcome: string, allowed: boolean | null][] = [
    ['a list says no', {}, 'prohibited', false],
    ['two lists say no', { effects: ['prohibits', 'prohibits'] }, 'prohibited', false],
    ['a list says yes', { effects: ['permits'] }, 'permitted', true],
    ['it is the own duty of a village', { effects: ['own_duty'] }, 'permitted', true],
    ['the village assists', { effects: ['assists', 'own_duty'] }, 'permitted', true],
    ['lists say both', { effects: ['permits', 'prohibits'] }, 'conflicting', null],
    ['assistance is forbidden elsewhere', { effects: ['assists', 'prohibits'] }, 'conflicting', null],
    ['the name is not settled', { verdict: 'ask', effects: [] }, 'ambiguous', null],
    ['complete lists are silent', { verdict: 'none', effects: [] }, 'not_listed', false],
    [
      'a list that is not complete is silent',
      { verdict: 'none', effects: [], silenceSpeaks: false },
      'undetermined',
      null,
    ],
    [
      'what the paper is says that somebody else issues it',
      { elsewhere: true, verdict: 'none', effects: [] },
      'not_applicable',
      null,
    ],
    ['it is not clear who issues what a list forbids', { issuer: 'unclear' }, 'ambiguous', null],
    [
      'it is not clear who issues what no list has',
      { issuer: 'unclear', verdict: 'none', effects: [] },
      'ambiguous',
      null,
    ],
    ['the village is one choice of several', { issuer: 'mixed' }, 'prohibited', false],
    ['nobody is named', { issuer: 'none' }, 'prohibited', false],
    [
      'the name was not understood, though all lists are complete',
      { verdict: 'unread', effects: [] },
      'ambiguous',
      null,
    ],
    ['the name was not understood', { verdict: 'unread', effects: [], silenceSpeaks: false }, 'undetermined', null],
    ['somebody else issues it, though a list says no', { issuer: 'other' }, 'not_applicable', null],
    [
      'somebody else issues it, whatever it is',
      { issuer: 'other', verdict: 'ask', effects: [] },
      'not_applicable',
      null,
    ],
    [
      'somebody else issues what no list has',
      { issuer: 'other', verdict: 'none', effects: [] },
      'not_applicable',
      null,
    ],
  ]
  for (const [why, given, outcome, decision] of rows) {
    const found = outcomeOf({ ...grounds, ...given })
    t.equal(found, outcome, why)
    t.equal(allowed[found], decision, `${why}: allowed`)
  }
})
