import { describe, expect, test } from 'vitest';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { fact } from '#kernel/fact.ts';
import { findFaults } from './check.ts';
import { foundingFigures } from './founding-figures.ts';
import { findMechanism, mechanisms } from './mechanisms.ts';
import { findTextFault } from './text-fault.ts';

const words = (faults: readonly { en: string }[]) => faults.map(({ en }) => en);

test('the mechanisms of the house have no fault', () => {
  expect(words(findFaults(mechanisms))).toEqual([]);
});

describe('a fault is found and its place named', () => {
  const item = findMechanism('serviceItem') as AnyMechanism;
  const found = (change: Partial<AnyMechanism> & { record?: object }) => words(findFaults([{ ...item, ...change } as AnyMechanism]));
  const withRecord = (record: object) => found({ record: { ...item.record, ...record } });
  const withAction = (name: string, action: object) => found({ actions: { ...item.actions, [name]: { ...item.actions[name], ...action } as never } });

  test('a stage nobody reaches or leaves', () => {
    expect(withRecord({ stages: { ...item.record.stages, lost: { name: { zh: '失落', en: 'Lost' }, place: 'main' } } })).toEqual([
      'serviceItem: the stage lost is never reached', 'serviceItem: the stage lost is never left',
    ]);
  });

  test('a way without a main line', () => {
    const aside = Object.fromEntries(Object.entries(item.record.stages).map(([name, stage]) => [name, stage.place === 'main' ? { ...stage, place: 'side' } : stage]));
    expect(withRecord({ stages: aside })).toEqual(['serviceItem: no stage stands on the main line']);
  });

  test('a fact nobody fills', () => {
    expect(withRecord({ facts: { ...item.record.facts, orphan: fact.text({ zh: '孤儿', en: 'Orphan' }) } })).toEqual(['serviceItem: no action ever fills the fact orphan']);
  });

  test('a number of an order that would be added up', () => {
    const { itemVersion, ...others } = item.record.facts;
    expect(itemVersion?.names).toBe(true);
    expect(withRecord({ facts: { ...others, itemVersion: fact.whole({ zh: '版本', en: 'Version' }) } })).toEqual(['serviceItem: the fact “Version” names and does not count: say so (names)']);
  });

  test('a public list narrowed by what is not public', () => {
    const { publicFace } = item.record;
    expect(withRecord({ publicFace: { ...publicFace, facts: publicFace?.facts.filter((name) => name !== 'itemVersion'), narrows: ['itemVersion'] } })).toEqual(['serviceItem: the public list uses itemVersion, which is not public']);
  });

  test('a clock nobody stops, and a budget without a setting', () => {
    expect(withRecord({ clocks: { wait: { name: { zh: '等待', en: 'Wait' }, setting: 'none' } } })).toEqual([
      'serviceItem: no action stops the clock wait', 'serviceItem: wait uses the setting none, which does not exist',
    ]);
  });

  test('a clock to a day of the year that does not say of which, and a day that no year has', () => {
    const by = { name: { zh: '截止日', en: 'Last day' }, value: 229, min: 101, max: 1231, unit: 'monthDay' as const };
    expect(withRecord({ settings: { by }, duties: { reply: { name: { zh: '答复', en: 'Reply' }, setting: 'by' } } })).toEqual([
      'serviceItem: Reply runs to a day of the year: say of which by startUntil', 'serviceItem: the default of by lies outside its bounds',
    ]);
  });

  test('a ratio of what is no number', () => {
    const rate = fact.decimal({ zh: '比率', en: 'Rate' }, { isRate: true, ratio: { of: 'itemName', over: 'nothing', per: 1 } });
    expect(withRecord({ facts: { ...item.record.facts, rate } })).toEqual(expect.arrayContaining(['serviceItem: rate is a ratio of itemName, which is no number of it', 'serviceItem: rate is a ratio of nothing, which is no number of it']));
  });

  test('a consequence that does not exist', () => {
    expect(withAction('amend', { follows: ['plainGuide.markStale'] })).toEqual(['serviceItem: amend causes plainGuide.markStale, which does not exist']);
  });

  test('a role the house does not know', () => {
    expect(withAction('resume', { by: [{ role: 'MAYOR' }] })).toEqual(['serviceItem: MAYOR may do resume but does not see the matter', 'serviceItem: there is no role MAYOR']);
  });

  test('a word missing in one language', () => {
    expect(withAction('resume', { name: { zh: '恢复', en: '' } })).toEqual(['serviceItem: actions.resume.name: one language is empty (“”)']);
  });

  test('a figure about a fact that does not exist', () => {
    const [first] = item.figures;
    expect(found({ figures: [{ ...first, where: { fact: 'colour', present: true } } as never] })).toEqual(['serviceItem: the figure serviceItem.inUse asks for the fact colour, which does not exist']);
  });

  test('a growth whose small base is no setting, and one for each of what does not exist', () => {
    const [first] = item.figures;
    const change = { measure: { growth: { stage: ['inForce'] }, base: { fact: 'colour', present: true }, smallBase: 'few' }, oneFor: { fact: 'shape', order: [{ greatest: 'age' }] } };
    expect(found({ figures: [{ ...first, where: { all: [] }, ...change } as never] })).toEqual([
      ...['stage inForce', 'fact colour', 'fact shape', 'fact age'].map((what) => `serviceItem: the figure serviceItem.inUse asks for the ${what}, which does not exist`),
      'serviceItem: the figure serviceItem.inUse tells its base below the setting few, which does not exist',
    ]);
  });

  test('a map coloured by words, going back by rows without a year, opening what is no matter', () => {
    expect(withRecord({ map: { colours: [item.record.title, 'nothing'], years: item.record.title, opens: item.record.title } }).map((fault) => fault.replace(item.record.title, 'title'))).toEqual([
      'serviceItem: the map cannot use title', 'serviceItem: the map cannot use nothing', 'serviceItem: the map cannot use title', 'serviceItem: the map cannot use title',
    ]);
  });

  test('a brief of the public list that would tell money in fen', () => {
    const instrument = findMechanism('instrument') as AnyMechanism;
    const { publicFace } = instrument.record;
    const faults = words(findFaults([{ ...instrument, record: { ...instrument.record, publicFace: { ...publicFace, brief: ['hostName', 'price'] } } as never }]));
    expect(faults).toContain('instrument: the brief of the public list cannot say price');
    expect(faults.filter((each) => each.includes('hostName'))).toEqual([]);
  });

  test('a sum of money that is told in fen', () => {
    const enterprise = findMechanism('enterprise') as AnyMechanism;
    const [first] = enterprise.figures;
    const inFen = (measure: object) => words(findFaults([{ ...enterprise, figures: [{ ...first, measure } as never] }])).filter((fault) => fault.includes('fen'));
    expect(inFen({ sum: 'capital' })).toEqual([`enterprise: the figure ${first?.key} counts fen; give the unit it is told in (per)`]);
    expect(inFen({ sum: 'capital', per: 1_000_000 })).toEqual([]);
  });

  test('a sealed fact on the public page', () => {
    const facts = { ...item.record.facts, deptName: { ...item.record.facts['deptName'], sealed: true } };
    expect(withRecord({ facts })).toEqual([
      'serviceItem: the public face shows deptName, which not everybody may read', 'serviceItem: deptName is searched though not everybody may read it',
    ]);
  });
});

test('texts keep to their language', () => {
  expect(findTextFault({ zh: '登记', en: 'Register' })).toBeUndefined();
  expect(findTextFault({ zh: 'A类，12345热线', en: 'Class A (信访工作条例 30)' })).toBeUndefined();
  expect(findTextFault({ zh: 'Register the suggestion now', en: 'Register' })?.en).toBe('the Chinese holds no Han character');
  expect(findTextFault({ zh: '请 register the suggestion now', en: 'Register' })?.en).toBe('the Chinese holds an English sentence');
  expect(findTextFault({ zh: '已登记,请稍候', en: 'Registered' })?.en).toBe('the Chinese holds half-width punctuation');
  expect(findTextFault({ zh: '登记', en: '登记 it' })?.en).toBe('the English holds Han characters outside names');
});

test('all 91 figures of the founding article are there, once each and in both languages', () => {
  expect(foundingFigures).toHaveLength(91);
  expect(new Set(foundingFigures.map(({ no }) => no)).size).toBe(91);
  for (const { no, section, name, builtBy } of foundingFigures) {
    expect(no.split('.')[0]).toBe(section);
    expect([no, findTextFault(name), findTextFault(builtBy)]).toEqual([no, undefined, undefined]);
  }
  const answered = mechanisms.flatMap(({ figures }) => figures.flatMap(({ answers }) => answers ?? []));
  expect(new Set(answered).size).toBe(answered.length);
  for (const no of ['1.29', '3.2', '3.3', '3.18']) expect(answered).toContain(no);
});
