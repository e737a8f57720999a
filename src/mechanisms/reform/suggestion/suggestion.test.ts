import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { paperContext } from '#test/paper-context.ts';
import { night, clerk, head, traffic, trafficHead, city, author, proof, parking, because, opinion, reply, county, refusal, register, screen, judged, decided, assigned, implementing, claimed, implemented, due, lastTold } from '#test/suggestion-walk.ts';
import { postOf } from '../../walk.ts';
import { serving } from './server.ts';
import { suggestion } from './suggestion.ts';

describe('the way of a suggestion', () => {
  test('from the citizen to the street, each step told to its author', () => {
    const walk = county();
    const id = implemented(walk);
    expect(walk.events.filter((event) => event.matter === id).map((event) => event.stage)).toEqual([
      'submitted', 'registered', 'screening', 'screening', 'adopted', 'assigned', 'implementing', 'implementing', 'implemented',
    ]);
    walk.act(clerk, id, 'answer', { ...reply, answerMark: 'A' });
    expect(walk.get(id).stage).toBe('implemented');
    walk.act(author(id), id, 'rate', { rating: 5 });
    walk.act(clerk, id, 'commend', { award: 'certificate' });
    expect(walk.get(id)).toMatchObject({ stage: 'commended', number: 'JY-2021-00001', facts: { awardNo: 1, rating: 5 } });
    expect(walk.toldAuthor(id).length).toBe(10);
    expect(walk.get(id).duties.every((duty) => duty.state === 'done' || duty.state === 'withdrawn')).toBe(true);
  });

  test('an answer tells decision, reasons and the next step, and work goes on', () => {
    const walk = county();
    const id = decided(walk, 'partlyAdopted');
    walk.act(clerk, id, 'answer', reply);
    expect(walk.get(id).stage).toBe('partlyAdopted');
    for (const part of ['部分采纳', because, reply.answer, reply.nextStep]) expect(lastTold(walk, id)?.zh).toContain(part);
    walk.act(clerk, id, 'assign', { leadUnit: 'police' });
    walk.act(traffic, id, 'plan', { plan: '分步实施。', dueOn: '2021-06-30' });
    expect(walk.get(id).stage).toBe('implementing');
  });

  test('what was not adopted ends with its answer', () => {
    const walk = county();
    const id = decided(walk, 'notAdopted');
    walk.act(clerk, id, 'answer', { ...reply, answerMark: 'D' });
    expect(walk.get(id).stage).toBe('answered');
  });

  test('a letter typed in by the office gets its number at once', () => {
    const walk = county();
    const { notice: _notice, ...letter } = parking;
    const { id } = walk.file(clerk, 'suggestion', 'registerOnBehalf', { ...letter, channel: 'letter', receivedOn: '2021-03-01' });
    expect(walk.get(id)).toMatchObject({ stage: 'registered', number: 'JY-2021-00001', facts: { receivedOn: '2021-03-01', registeredOn: '2021-03-08' } });
    expect(due(walk, id, 'sortingLimit')).toBe('2021-03-16');
  });

  test('more is asked for once, and the clocks stand still meanwhile', () => {
    const walk = county();
    const id = register(walk);
    expect(due(walk, id, 'decision')).toBe('2021-04-20');
    walk.act(clerk, id, 'askSupplement', { supplementAsked: '请写明是哪几所学校' });
    expect(due(walk, id, 'decision')).toBeUndefined();
    expect(due(walk, id, 'supplement')).toBe('2021-03-22');
    walk.on('2021-03-15').act(author(id), id, 'supply', { supplement: '实验小学，联系人：王某某，13900000000' });
    expect(walk.get(id)).toMatchObject({ stage: 'registered', facts: { supplement: '实验小学，联系人：［姓名］，［手机号］' } });
    expect(due(walk, id, 'decision')).toBe('2021-04-26');
    expect(refusal(() => walk.act(clerk, id, 'askSupplement', { supplementAsked: '再补充' }))).toBe('askedAlready');
  });

  test('silence lapses after ten working days, and the code revives it', () => {
    const walk = county();
    const id = register(walk);
    walk.act(clerk, id, 'askSupplement', { supplementAsked: '请写明是哪几所学校' });
    expect(refusal(() => walk.on('2021-03-22').act(night, id, 'lapse'))).toBe('notYetLapsed');
    walk.on('2021-03-23').act(night, id, 'lapse');
    expect(walk.get(id).stage).toBe('lapsed');
    walk.on('2021-06-01').act(author(id), id, 'revive', { supplement: '实验小学' });
    expect(walk.get(id).stage).toBe('registered');
  });

  test('what is out of scope is refused with its reason', () => {
    const walk = county();
    const id = register(walk);
    walk.act(clerk, id, 'rejectScope', { scopeReason: 'statutoryPath', reason: because });
    expect(walk.get(id).stage).toBe('rejectedScope');
    expect(lastTold(walk, id)?.zh).toContain('法定途径');
  });

  test('what is no suggestion is diverted, its author told where and why, and the receiver owes an answer', () => {
    const walk = county();
    const id = register(walk);
    walk.act(clerk, id, 'divert', { diversion: 'petition', divertedTo: 'petition', reason: because });
    expect(lastTold(walk, id)?.zh).toContain('信访部门');
    expect(findDueDay(chinaCalendar, walk.get(id).duties[0]!.clock)).toBe('2021-03-23');
    walk.act(postOf('petitioner', 'petition', ['PETITION']), id, 'replyDiverted', { divertedReply: '已受理，正在核实。' });
    expect(walk.get(id).duties[0]?.state).toBe('done');
  });

  test('a suggestion without anybody’s bulletin may be assigned, moved and given up', () => {
    const walk = county();
    const id = implementing(walk);
    expect(due(walk, id, 'implementation')).toBe('2021-12-31');
    walk.act(head, id, 'postpone', { newDueOn: '2022-03-31', reason: because });
    expect(due(walk, id, 'implementation')).toBe('2022-03-31');
    expect(refusal(() => walk.act(head, id, 'postpone', { newDueOn: '2022-03-31', reason: because }))).toBe('notLater');
    walk.act(head, id, 'notRealise', { reason: because });
    expect(walk.get(id)).toMatchObject({ stage: 'notRealised', facts: { closingReason: because } });
    expect(walk.get(id).duties.filter((duty) => duty.state === 'open')).toEqual([]);
  });

  test('a co-unit reports its part done and owes nothing more', () => {
    const walk = county();
    const id = implementing(walk);
    walk.act(city, id, 'recordProgress', { text: '已清理路侧占道。', ownPartDone: true });
    expect(walk.get(id).duties.filter((duty) => duty.state === 'open').map((duty) => duty.kind)).toEqual(['carryOut']);
    expect(walk.get(id).facts['progress']).toEqual([{ on: '2021-03-08', unit: 'urban', text: '已清理路侧占道。' }]);
  });

  test('what is kept for reference is looked at again within a year', () => {
    const walk = county();
    const id = decided(walk, 'reference');
    walk.act(clerk, id, 'answer', { ...reply, answerMark: 'D' });
    expect(due(walk, id, 'relook')).toBe('2022-03-08');
    walk.on('2022-03-01').act(clerk, id, 'relook', { outcome: 'keep', reason: because });
    expect(walk.get(id).stage).toBe('answered');
    expect(due(walk, id, 'relook')).toBe('2023-03-01');
    walk.on('2023-02-01').act(clerk, id, 'relook', { outcome: 'reopen', reason: because });
    expect(walk.get(id).stage).toBe('screening');
    expect(walk.get(id).facts['decision']).toBeUndefined();
    walk.act(head, id, 'decide', { decision: 'adopted' });
    walk.act(clerk, id, 'answer', reply);
    expect(walk.get(id)).toMatchObject({ stage: 'adopted', facts: { answeredOn: '2023-02-01' } });
  });

  test('a low rating is looked into once', () => {
    const walk = county();
    const id = decided(walk);
    walk.act(clerk, id, 'answer', reply);
    expect(refusal(() => walk.act(head, id, 'reexamine', { reexamination: '经复核，原答复属实，予以维持，特此说明。' }))).toBe('noLowRating');
    walk.act(author(id), id, 'rate', { rating: 2, ratingComment: '我叫张三，没说清楚' });
    expect(walk.get(id).facts['ratingComment']).toBe('我叫［姓名］，没说清楚');
    expect(due(walk, id, 'reexamination')).toBe('2021-03-22');
    walk.act(head, id, 'reexamine', { reexamination: '经复核，原答复不够具体，建议人反映属实，现更正如下。', answer: '三所学校为实验小学等，四月底前全部安装完毕。' });
    expect(lastTold(walk, id)?.zh).toContain('四月底前');
    expect(refusal(() => walk.act(head, id, 'reexamine', { reexamination: '经复核，原答复属实，予以维持，特此说明。' }))).toBe('noLowRating');
  });

  test('a good rating starts nothing', () => {
    const walk = county();
    const id = decided(walk);
    walk.act(clerk, id, 'answer', reply);
    walk.act(author(id), id, 'rate', { rating: 3 });
    expect(walk.get(id).clocks['reexamination']).toBeUndefined();
  });

  test('a returned claim is made again', () => {
    const walk = county();
    const id = claimed(walk);
    walk.act(clerk, id, 'returnClaim', { reason: because });
    expect(refusal(() => walk.act(clerk, id, 'confirmImplemented'))).toBe('notClaimed');
    expect(refusal(() => walk.act(clerk, id, 'returnClaim', { reason: because }))).toBe('notClaimed');
    walk.act(trafficHead, id, 'claimImplemented', { result: '补充了验收单。', evidence: [proof] });
    expect(walk.get(id).facts['claimedOn']).toBe('2021-03-08');
  });

  test('an author withdraws before work begins', () => {
    const walk = county();
    const id = screen(walk);
    walk.act(author(id), id, 'withdraw');
    expect(walk.get(id).stage).toBe('withdrawn');
    expect(walk.get(id).duties.map((duty) => duty.state)).toEqual(['withdrawn']);
    expect(refusal(() => walk.act(author(assigned(walk)), [...walk.matters.keys()].at(-1)!, 'withdraw'))).toBe('wrongStage');
  });
});

describe('gates', () => {
  test('nothing is decided while an opinion may still come, nor without any', () => {
    const walk = county();
    const id = screen(walk, {}, ['police', 'urban']);
    walk.act(traffic, id, 'giveOpinion', opinion);
    expect(refusal(() => walk.act(head, id, 'decide', { decision: 'adopted' }))).toBe('opinionPending');
    expect(refusal(() => walk.act(clerk, id, 'requestOpinions', { field: 'society', units: ['urban'], identityChecked: true }))).toBe('askedUnitAlready');
    expect(refusal(() => walk.on('2021-03-23').act(head, id, 'decide', { decision: 'adopted' }))).toBe('open');
    const silent = screen(walk.on('2021-03-08'));
    expect(refusal(() => walk.on('2021-03-23').act(head, silent, 'decide', { decision: 'adopted' }))).toBe('noOpinion');
  });

  test('all but a full adoption give reasons', () => {
    const walk = county();
    const id = judged(walk);
    for (const decision of ['partlyAdopted', 'reference', 'notAdopted']) expect(refusal(() => walk.act(head, id, 'decide', { decision, decisionReason: '不便' }))).toBe('decisionReasonMissing');
    expect(refusal(() => walk.act(clerk, id, 'decide', { decision: 'adopted' }))).toBe('notYours');
  });

  test('mark and decision agree, and it is answered once', () => {
    const walk = county();
    const id = decided(walk, 'reference');
    expect(refusal(() => walk.act(clerk, id, 'answer', reply))).toBe('markMismatch');
    const adopted = decided(walk);
    walk.act(clerk, adopted, 'answer', reply);
    expect(refusal(() => walk.act(clerk, adopted, 'answer', reply))).toBe('answeredAlready');
    expect(refusal(() => walk.act(clerk, adopted, 'relook', { outcome: 'keep', reason: because }))).toBe('wrongStage');
    const not = decided(walk, 'notAdopted');
    walk.act(clerk, not, 'answer', { ...reply, answerMark: 'D' });
    expect(refusal(() => walk.act(clerk, not, 'relook', { outcome: 'keep', reason: because }))).toBe('notForReference');
  });

  test('one lead unit, a day to come, a plan that keeps to it', () => {
    const walk = county();
    const id = decided(walk);
    expect(refusal(() => walk.act(clerk, id, 'assign', { leadUnit: 'police', coUnits: ['police'] }))).toBe('leadIsCo');
    expect(refusal(() => walk.act(clerk, id, 'assign', { leadUnit: 'police', dueOn: '2021-03-07' }))).toBe('dueInPast');
    walk.act(clerk, id, 'assign', { leadUnit: 'police', dueOn: '2022-03-01' });
    expect(walk.get(id).clocks['firstReport']).toBeUndefined();
    const plan = (dueOn: string) => refusal(() => walk.act(traffic, id, 'plan', { plan: '分步实施。', dueOn }));
    expect([plan('2021-03-07'), plan('2022-03-09'), plan('2022-03-02')]).toEqual(['dueInPast', 'planTooLong', 'planBeyondDue']);
    expect(refusal(() => walk.act(city, id, 'plan', { plan: '分步实施。', dueOn: '2021-12-31' }))).toBe('notYours');
    expect(plan('2022-03-01')).toBe('open');
  });

  test('a claim needs proof and the head of the unit, and nobody confirms his own', () => {
    const walk = county();
    const id = implementing(walk);
    expect(refusal(() => walk.act(traffic, id, 'claimImplemented', { result: '办好了。', evidence: [proof] }))).toBe('notYours');
    expect(refusal(() => walk.act(trafficHead, id, 'claimImplemented', { result: '办好了。', evidence: [] }))).toBe('evidenceMissing');
    const both = postOf('both', 'police', ['UNIT_HEAD', 'OFFICE']);
    walk.act(both, id, 'claimImplemented', { result: '办好了。', evidence: [proof] });
    expect(refusal(() => walk.act(both, id, 'claimImplemented', { result: '办好了。', evidence: [proof] }))).toBe('claimedAlready');
    expect(refusal(() => walk.act(both, id, 'confirmImplemented'))).toBe('samePerson');
    expect(refusal(() => walk.act(clerk, id, 'confirmImplemented'))).toBe('open');
  });

  test('the office types in letters and calls, not web forms, and none from tomorrow', () => {
    const walk = county();
    const { notice: _notice, ...letter } = parking;
    const typed = (change: object) => refusal(() => walk.file(clerk, 'suggestion', 'registerOnBehalf', { ...letter, channel: 'phone', receivedOn: '2021-03-08', ...change }));
    expect([typed({ channel: 'web' }), typed({ receivedOn: '2021-03-09' }), typed({})]).toEqual(['wrongChannel', 'futureDay', 'open']);
    expect([typed({ receivedOn: '0001-01-01' }), typed({ receivedOn: '2011-03-07' }), typed({ receivedOn: '2011-03-08' })]).toEqual(['receivedLongAgo', 'receivedLongAgo', 'open']);
    // Calls that are open and over: reform/topic-call/topic-call.test.ts.
    expect(typed({ topicCall: '01890000-0000-7000-8000-000000009999' })).toBe('callNotOpen');
    walk.settings.set('suggestion.oldest', 1);
    expect(typed({ receivedOn: '2020-03-07' })).toBe('receivedLongAgo');
  });

  test('a unit whose duty is done owes no further opinion', () => {
    const walk = county();
    const id = screen(walk, {}, ['police', 'urban']);
    walk.act(traffic, id, 'giveOpinion', opinion);
    expect(refusal(() => walk.act(traffic, id, 'giveOpinion', opinion))).toBe('notYours');
  });
});

describe('figures', () => {
  test('in conversion counts main records that stand there, and the rest agrees', () => {
    const walk = county();
    implementing(walk);
    claimed(walk);
    implemented(walk);
    const twin = register(walk);
    walk.act(clerk, twin, 'merge', { mergedInto: implementing(walk) });
    walk.act(author(register(walk)), [...walk.matters.keys()].at(-1)!, 'withdraw');
    const count = (key: string) => {
      const figure = suggestion.figures.find((each) => each.key === key)!;
      return [...walk.matters.values()].filter((matter) => holds(figure.where, matter, '2021-12-28')).length;
    };
    expect(['received', 'accepted', 'adopted', 'inConversion', 'implemented'].map((key) => count(`suggestion.${key}`))).toEqual([5, 5, 4, 3, 1]);
  });
});

describe('what it asks of the server', () => {
  test('likely duplicates come with the facts that match', () => {
    const walk = county();
    const one = register(walk);
    register(walk, { title: '车辆乱停车智能化查处', contact: '13900000000' });
    register(walk, { title: '建立回馈嘉许志愿者制度', grounds: '志愿者缺少激励。', measure: '服务时长可以兑换公共服务。' });
    const found = serving.similar!.find(walk.get(one), [...walk.matters.values()]);
    expect(found).toHaveLength(1);
    expect(found[0]?.matches.map((match) => match.fact)).toContain('title');
  });

  test('the same author with the same words is the same filing, whatever the signs', () => {
    const again = { ...parking, measure: '安装电子抓拍设备,自动取证' };
    expect(serving.repeatKey!('submit', parking)).toBe(serving.repeatKey!('submit', again));
    expect(serving.repeatKey!('submit', parking)).not.toBe(serving.repeatKey!('submit', { ...parking, contact: '13900000000' }));
    expect(serving.repeatKey!('submit', { ...parking, contact: undefined })).toBeUndefined();
  });

  test('the slip for the unit does not tell who the author is', () => {
    const walk = county();
    const id = assigned(walk);
    const context = paperContext(walk, id, '2021-03-08');
    const slip = JSON.stringify(serving.documents!['assignment']!.parts(context));
    expect(slip).toContain('公安分局');
    expect(slip).not.toContain('13800000000');
    expect(slip).not.toContain(parking.proposerName);
  });
});
