import { beforeEach, describe, expect, test } from 'vitest';
import { answerIn } from '#test/figure-in-memory.ts';
import { refusal } from '#test/refusal.ts';
import { foundingFigures } from '../../founding-figures.ts';
import { isAccepted } from '#kernel/figure.ts';
import { postOf, Walk } from '../../walk.ts';
import { publication } from './publication.ts';
import { publicationStories } from './sample.ts';

const office = postOf('office', 'reform-office', ['OFFICE']);
const media = postOf('media', 'publicity', ['MEDIA']);
const proof = [{ hash: 'a'.repeat(64), name: '样报.pdf', type: 'application/pdf', size: 9 }];

let walk: Walk;
beforeEach(() => {
  walk = new Walk([publication], '2021-01-04T02:00:00.000Z');
});

const enter = (given: object = {}, by = office) => walk.file(by, 'publication', 'enter', { title: '蓝谷：向海图强', outlet: '某日报', level: 'province', channel: 'newsMedia', topic: 'marine', publishedOn: '2021-01-04', ...given }).id;
const proved = (given: object = {}) => walk.act(media, enter(given), 'check', { evidence: proof }).id;
const figure = (key: string) => {
  const declared = publication.figures.find((each) => each.key === `publication.${key}`);
  if (!declared) throw new Error(`no figure ${key}`);
  return answerIn(declared, publication.record, [...walk.matters.values()], '2021-12-28').value;
};

describe('a publication', () => {
  test('in three outlets is three, in one outlet on one day with one title the same', () => {
    for (const outlet of ['某日报', '某电视台', '某网']) proved({ outlet, level: outlet === '某网' ? 'city' : 'nation' });
    proved({ topic: 'reform', outlet: '某内刊' });
    proved({ level: 'district', outlet: '某融媒体' });
    // Without proof nothing counts.
    enter({ outlet: '某期刊' });
    expect(['marine', 'levels'].map(figure)).toEqual([3, 2]);
    const [one, again] = [enter({ title: '“深海”起航' }), enter({ title: '“深海” 起航', outlet: ' 某日报 ' })].map((id) => walk.get(id).facts['sameness']);
    expect(one).toBe(again);
    expect(publication.importing?.keyOf?.({ outlet: '某日报', publishedOn: '2021-01-04', title: '“深海”起航' }, '2021-01-04')).toBe(one);
  });

  test('of one article in two journals is one article and two appearances', () => {
    const journal = { topic: 'reform', channel: 'internalJournal' };
    proved({ ...journal, outlet: '某省内刊' });
    proved({ ...journal, outlet: '某市内刊', title: '向海图强（摘登）', article: '蓝谷：向海图强', level: 'city' });
    proved({ ...journal, outlet: '某区内刊', level: 'district' });
    expect(['journals', 'journalAppearances'].map(figure)).toEqual([1, 2]);
  });

  test('of one experience told twice by the evening news is one experience', () => {
    const news = { topic: 'reform', outlet: '央视《新闻联播》', level: 'nation' };
    for (const [title, experience] of [['其一报道', '甲经验'], ['其二报道', '甲经验'], ['其三报道', '乙经验']]) proved({ ...news, title, experience });
    expect(figure('newsHour')).toBe(2);
  });

  test('lies in the past, and is checked by the publicity department and never by whoever entered it', () => {
    expect(refusal(() => enter({ publishedOn: '2021-01-05' }))).toBe('publishedLater');
    const id = enter();
    expect(refusal(() => walk.act(office, id, 'check', { evidence: proof }))).toBe('notYours');
    expect(walk.act(media, id, 'check', { evidence: proof }).facts['checkedOn']).toBe('2021-01-04');
    expect(refusal(() => walk.act(media, enter({ title: '宣传部门自己登记' }, media), 'check', { evidence: proof }))).toBe('samePerson');
    expect(figure('checked')).toBe(50);
  });
});

test('the sample years hold 1.4, 1.5, 2.1 and 2.2 within the range of their printed words', () => {
  for (const { steps } of publicationStories()) {
    let id: string | undefined;
    for (const { at, by, action, input } of steps) {
      walk.now = at;
      const actor = postOf(String(by), String(by), [by === 'media' ? 'MEDIA' : 'OFFICE']);
      const given = input({ idOf: String, file: () => proof[0]!, found: [] });
      id = (id === undefined ? walk.file(actor, 'publication', action, given) : walk.act(actor, id, action, given)).id;
    }
  }
  expect(['journals', 'newsHour', 'marine', 'levels'].map(figure)).toEqual([33, 6, 64, 3]);
  for (const { key, answers, ...rest } of publication.figures) {
    const founding = foundingFigures.find(({ no }) => no === answers);
    if (founding) expect([key, isAccepted(founding, answerIn({ key, ...rest }, publication.record, [...walk.matters.values()], '2021-12-28').value ?? -1)]).toEqual([key, true]);
  }
});
