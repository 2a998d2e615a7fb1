import { describe, expect, test } from 'vitest'
import { holderIn, mentionsIn } from './read.ts'

describe('the grammar of roles', () => {
  test.each<readonly [text: string, mentions: string, reason: string]>([
    ['The ITU Secretary-General spoke.', 'ITU Secretary-General=itu-secretary-general', 'a listed name'],
    [
      'The Secretary-General of the International Telecommunication Union (ITU) spoke.',
      'Secretary-General of the International Telecommunication Union=itu-secretary-general; ITU=itu',
      'not listed: title, "of", organisation',
    ],
    [
      'The International Telecommunication Union’s Secretary-General spoke.',
      'International Telecommunication Union=itu; Secretary-General=itu-secretary-general',
      'not listed: organisation, title',
    ],
    [
      'The United Nations secretary general spoke.',
      'United Nations secretary general=un-secretary-general',
      'small letters, and a space for the hyphen',
    ],
    [
      'The UN Secretary‑General spoke.',
      'UN Secretary‑General=un-secretary-general',
      'a hyphen that does not break',
    ],
    [
      'The head of the United Nations spoke.',
      'head of the United Nations=un-secretary-general',
      'a word for whoever leads it',
    ],
    ['The UN chief spoke.', 'UN chief=un-secretary-general', 'a short name with its organisation inside'],
    ['The SCO chief said that Unix is his.', '', 'a short name whose organisation has no support'],
    [
      'The Shanghai Cooperation Organisation and the SCO chief agree.',
      'Shanghai Cooperation Organisation=sco; SCO chief=sco-secretary-general',
      'the same with support',
    ],
    [
      'The SCO chief executive and the UN chief economist met Vladimir Norov.',
      'SCO=sco; UN=un; Vladimir Norov=vladimir-norov',
      'a compound is another office',
    ],
    [
      'The Deputy Secretary-General of the United Nations spoke.',
      'United Nations=un',
      'another office: only the organisation is left',
    ],
    [
      'The Under-Secretary-General of the United Nations spoke.',
      'United Nations=un',
      'the same with a hyphen',
    ],
    [
      'The Deputy Secretary-General of the International Telecommunication Union spoke.',
      'Deputy Secretary-General of the International Telecommunication Union=itu-deputy',
      'another office that is known',
    ],
    [
      'SCO Secretary-General Vladimir Norov spoke.',
      'SCO Secretary-General=sco-secretary-general; Vladimir Norov=vladimir-norov',
      'a role and a name are two mentions',
    ],
  ])('%s: %s (%s)', async (text, mentions) => {
    expect((await mentionsIn(text)).join('; ')).toBe(mentions)
  })
})

describe('whom a role means', () => {
  const EVERYBODY = '(muratbek-imanaliev dmitry-mezentsev rashid-alimov vladimir-norov zhang-ming) none'

  test.each<readonly [text: string, date: string | undefined, holder: string, reason: string]>([
    ['The SCO Secretary-General spoke.', '2020-02-27', 'vladimir-norov date', 'in office at the date'],
    ['The SCO Secretary-General spoke.', '2012', 'muratbek-imanaliev date', 'a year is date enough'],
    [
      'The SCO Secretary-General spoke.',
      '2018-12/2019-01',
      '(rashid-alimov vladimir-norov) none',
      'a handover: both, and nobody asserted',
    ],
    ['The SCO Secretary-General spoke.', undefined, EVERYBODY, 'no date: all holders, and nobody asserted'],
    ['The SCO Secretary-General spoke.', '2030-01-01', 'none', 'nobody is known at the date'],
    ['The SCO Secretary-General spoke.', '2003', 'none', 'before the first holder'],
    [
      'In 2012 the SCO Secretary-General spoke.',
      '2020-02-27',
      'muratbek-imanaliev date',
      'the sentence has a date of its own',
    ],
    [
      'By 2012 the SCO Secretary-General spoke.',
      '2020-02-27',
      'vladimir-norov date',
      'a bound is no date of the role',
    ],
    [
      'Former SCO Secretary-General Rashid Alimov spoke.',
      '2020-02-27',
      'rashid-alimov former',
      'the name says which former one',
    ],
    [
      'The former SCO Secretary-General spoke.',
      '2014-05-05',
      'muratbek-imanaliev former',
      'there is only one former one',
    ],
    [
      'The former SCO Secretary-General spoke.',
      '2020-02-27',
      '(muratbek-imanaliev dmitry-mezentsev rashid-alimov) none',
      'several: nobody asserted',
    ],
    [
      'The then-SCO Secretary-General Dmitry Mezentsev spoke.',
      '2020-02-27',
      'dmitry-mezentsev then',
      'the name says when',
    ],
    [
      'The newly elected SCO Secretary-General spoke.',
      '2018-12-01',
      'vladimir-norov elect',
      'the next in office',
    ],
    [
      'The SCO Secretary-General-elect spoke.',
      '2018-12-01',
      'vladimir-norov elect',
      'the same behind the role',
    ],
    [
      'SCO Secretary-General Vladimir Norov spoke.',
      undefined,
      'vladimir-norov then',
      'no date, but the text names the holder',
    ],
    [
      'SCO Secretary-General Rashid Alimov spoke.',
      '2020-02-27',
      'rashid-alimov then',
      'the text contradicts the date and is followed',
    ],
    [
      'SCO Secretary-General Vladimir Norov spoke.',
      '2018-12/2019-01',
      'vladimir-norov date',
      'the name decides a handover',
    ],
    [
      'Vladimir Norov, the SCO Secretary-General, spoke.',
      undefined,
      'vladimir-norov then',
      'the name may stand before',
    ],
    [
      'SCO Secretary-General Houlin Zhao spoke.',
      '2020-02-27',
      'none',
      'somebody who never held it: nobody asserted',
    ],
    [
      'The SCO Secretary-General, Houlin Zhao and others spoke.',
      '2020-02-27',
      'vladimir-norov date',
      'a list is no apposition',
    ],
  ])('%s at %s: %s (%s)', async (text, date, holder) => {
    expect(await holderIn(text, date)).toBe(holder)
  })
})
