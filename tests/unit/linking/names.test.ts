import { describe, expect, test } from 'vitest'
import { mentionsIn } from './read.ts'

/** Mentions separated by "; ", as `mentionsIn` shows them. */
type Row = readonly [text: string, mentions: string, reason: string]

const check = async (text: string, mentions: string) =>
  expect((await mentionsIn(text)).join('; ')).toBe(mentions)

describe('names that count by themselves', () => {
  test.each<Row>([
    ['The UN should act.', 'UN=un', 'an acronym that the bundle calls unambiguous'],
    ['Delegates of the united nations met.', 'united nations=un', 'a full name in any case'],
    ['The UN General Assembly voted.', 'UN General Assembly=unga', 'the longest name is the mention'],
    [
      'The Regional Anti-Terrorist Structure of the SCO met.',
      'Regional Anti-Terrorist Structure of the SCO=sco-rats',
      'one mention, and no other inside it',
    ],
    ['A UN-backed plan (“UN”).', 'UN=un; UN=un', 'tails, quotes and brackets stay outside'],
    ['the UN’s budget', 'UN=un', 'a possessive ending stays outside'],
    [
      'Генеральная линия: ШОС и Владимир Норов.',
      'ШОС=sco; Владимир Норов=vladimir-norov',
      'names in Russian',
    ],
    ['上海合作组织发表声明。', '上海合作组织=sco', 'names in Chinese, without spaces'],
  ])('%s: %s (%s)', check)
})

describe('names that never count', () => {
  test.each<Row>([
    ['Who rats on whom? It is for us and un homme to say.', '', 'acronyms are exact'],
    [
      'SCO v. IBM: the SCO Group sued IBM over Unix, and SCO lost.',
      '',
      'an ambiguous acronym without support',
    ],
    ['The hospital has twelve ITU beds for intensive therapy.', '', 'the same, in medicine'],
    [
      'UN officials saw the ITU beds of the hospital.',
      'UN=un',
      'one loosely related body is not support enough',
    ],
    ['WHO IS TO BLAME FOR THE UN RATS?', '', 'in a headline of capitals an acronym may be a word'],
    ['The General Assembly of Ohio passed the bill.', '', 'an ambiguous short name without support'],
    [
      'The UN heard of the Ohio General Assembly and the General Assembly of Ohio.',
      'UN=un',
      'part of a larger name, whatever the page is about',
    ],
  ])('%s: %s (%s)', check)
})

describe('ambiguous names with support', () => {
  test.each<Row>([
    [
      'SCO and the Shanghai Cooperation Organisation are one.',
      'SCO=sco; Shanghai Cooperation Organisation=sco',
      'the full name is on the page',
    ],
    [
      'The SCO welcomed Vladimir Norov.',
      'SCO=sco; Vladimir Norov=vladimir-norov',
      'its official is on the page',
    ],
    ['The SCO met in Tashkent to speak of terrorism and of Eurasia.', 'SCO=sco', 'several context words'],
    ['The SCO met in Tashkent.', '', 'one context word is not enough'],
    [
      'The UN voted in the General Assembly.',
      'UN=un; General Assembly=unga',
      'the body that it is part of is on the page',
    ],
    [
      'The General Assembly of the United Nations voted.',
      'General Assembly=unga; United Nations=un',
      'what follows "of" is its own',
    ],
    [
      'ITU standards, says the ITU in Geneva, shape every telecommunication.',
      'ITU=itu; ITU=itu',
      'context words of different kinds',
    ],
    [
      'The SCO summit agreed. The SCO digitalisation concept followed.',
      'SCO=sco; SCO digitalisation concept=concept-2019',
      'support may come later on the page',
    ],
  ])('%s: %s (%s)', check)
})

describe('definitions in the text', () => {
  test.each<Row>([
    [
      'The Regional Anti-Terrorist Structure (RATS) met. RATS agreed.',
      'Regional Anti-Terrorist Structure=sco-rats; RATS=sco-rats; RATS=sco-rats',
      'the full name, then the acronym',
    ],
    [
      'RATS (Regional Anti-Terrorist Structure) met.',
      'RATS=sco-rats; Regional Anti-Terrorist Structure=sco-rats',
      'the reverse',
    ],
    [
      'The Shanghai Cooperation Organisation met Radio Amateur Tower Services (RATS). RATS agreed.',
      'Shanghai Cooperation Organisation=sco',
      'another expansion rejects the known sense for the page',
    ],
    [
      'The intensive therapy unit (ITU) is full. Zhao Houlin said the ITU is full.',
      'Zhao Houlin=houlin-zhao',
      'the same, against other support',
    ],
    [
      'The Concept of Cooperation in Digitalisation (CCD) was adopted. The CCD matters.',
      'Concept of Cooperation in Digitalisation=concept-2019; CCD=concept-2019; CCD=concept-2019',
      'an acronym that only this page knows',
    ],
    [
      'Vladimir Norov (SCO) and Houlin Zhao (ITU) spoke.',
      'Vladimir Norov=vladimir-norov; SCO=sco; Houlin Zhao=houlin-zhao; ITU=itu',
      'a bracket after a name is not always a definition',
    ],
    [
      'The International Telecommunications Union (ITU) met; ITU agreed.',
      'ITU=itu; ITU=itu',
      'a spelling of the name that the bundle lacks is no other expansion',
    ],
  ])('%s: %s (%s)', check)
})
