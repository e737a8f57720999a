import { addWorkdays } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { whilePublic } from '../../publicity.ts';
import { expertFigures } from './figures.ts';
import { expertRecord } from './record.ts';
import { badApplicant, badAge, badEmployers, badRelations, badStanding, notOneself, termEnd } from './rules.ts';

const action = actionsOf(expertRecord);
const clerk = { role: 'SECRETARIAT' } as const;
const head = { role: 'SECRETARIAT_HEAD' } as const;
const lifelong: readonly string[] = ['collusion', 'leak'];
const standing = { employer: 'may', employerName: 'may', employers: 'may', title: 'may', chains: 'may', isOutside: 'may', region: 'may', isTrained: 'may', bornOn: 'may' } as const;

/** The pool of experts: admitted in public, declaring every year, leaving for a reason. */
export const expert = mechanism(expertRecord, {
  figures: expertFigures,
  importing: { create: 'apply', amend: 'amend', key: 'rosterNo' },
  actions: {
    apply: action({
      name: { zh: '申请入库', en: 'Apply' },
      help: { zh: '登记申请人情况，5个工作日内取得单位同意函后核实。', en: 'Enter the applicant; the employer’s consent follows within five working days.' },
      from: 'new',
      to: 'applied',
      by: [clerk, head, { role: 'EXPERT' }],
      tone: 'primary',
      asks: { name: 'must', titleLevel: 'must', years: 'must', specialties: 'must', ...standing, rosterNo: 'may', person: 'may', pool: 'may', identityNumber: 'may', isApprovingOfficial: 'may', hasBadRecord: 'may', isBarred: 'computed' },
      starts: ['consent'],
      check: (situation, input) => badApplicant(situation, input),
      effects: () => [{ do: 'tell', to: { role: 'SECRETARIAT' }, text: { zh: '有新的专家入库申请，请核实。', en: 'There is a new application to the pool. Please check it.' } }],
    }),
    amend: action({
      name: { zh: '更正信息', en: 'Amend' },
      from: ['applied', 'checked', 'publicised', 'active', 'paused'],
      by: [clerk, head],
      asks: { name: 'may', titleLevel: 'may', years: 'may', specialties: 'may', ...standing, rosterNo: 'may', person: 'may', pool: 'may', identityNumber: 'may' },
      check: (situation, input) => {
        const expert = { ...situation.matter.facts, ...input };
        return badAge(situation, expert) ?? badStanding(situation, expert) ?? badEmployers(expert);
      },
    }),
    check: action({
      name: { zh: '核实', en: 'Check' },
      help: { zh: '核对职称、年限、单位同意函，由登记人以外的经办办理。', en: 'Title, years and the employer’s consent, by somebody other than who entered it.' },
      from: ['applied'],
      to: 'checked',
      by: [clerk],
      tone: 'primary',
      apartFrom: ['apply'],
      evidence: 1,
      asks: { consentNo: 'must', isTrained: 'may' },
      stops: ['consent'],
      when: (situation) => badApplicant(situation, situation.matter.facts),
    }),
    publicise: action({
      name: { zh: '公示', en: 'Publicise' },
      from: ['checked'],
      to: 'publicised',
      by: [clerk],
      tone: 'primary',
      sets: ['publicisedOn', 'publicTo'],
      effects: ({ today, calendar, setting }) => [{ do: 'set', values: { publicisedOn: today, publicTo: addWorkdays(calendar, today, setting('publicityDays')) } }],
    }),
    admit: action({
      name: { zh: '入库', en: 'Admit' },
      help: { zh: '公示满期、没有异议或者异议不成立的，编号入库，聘期三年。', en: 'After the publicity, with no objection upheld: a number and a term of three years.' },
      from: ['publicised'],
      to: 'active',
      by: [head],
      tone: 'primary',
      apartFrom: ['apply'],
      numbers: [{ into: 'expertNo', counter: 'expert', yearly: false }, { into: 'number', counter: 'expert-number', yearly: false, pattern: 'ZJ-{seq:4}' }],
      needs: [
        { name: { zh: '平台账号', en: 'the account' }, holds: { fact: 'person', present: true }, from: 'amend' },
        { name: { zh: '账号所在单位', en: 'the unit of the account' }, holds: { fact: 'pool', present: true }, from: 'amend' },
      ],
      when: whilePublic,
      sets: ['admittedOn', 'termUntil', 'seatCount', 'unexcused'],
      effects: ({ matter, today, setting }) => [
        { do: 'set', values: { admittedOn: today, termUntil: termEnd(today, setting('termYears')), seatCount: 0, unexcused: 0 } },
        { do: 'owe', duty: 'declare', unit: matter.facts.pool ?? '', person: matter.facts.person ?? '' },
      ],
    }),
    reject: action({
      name: { zh: '不予入库', en: 'Do not admit' },
      from: ['applied', 'checked', 'publicised'],
      to: 'rejected',
      by: [head],
      tone: 'danger',
      reason: 10,
      stops: ['consent'],
    }),
    declare: action({
      name: { zh: '申报关联关系', en: 'Declare relations' },
      help: { zh: '每年一次，有变化随时申报。没有关联关系的，表格留空也要提交。隐瞒的出库。', en: 'Once a year and at every change; hand in an empty table where there is none. Concealment ends the membership.' },
      from: ['active', 'paused'],
      by: [{ role: 'EXPERT' }],
      tone: 'primary',
      asks: { relations: 'may', employers: 'may', employer: 'may', employerName: 'may' },
      sets: ['declaredOn'],
      when: notOneself,
      check: ({ matter }, input) => badRelations(input) ?? badEmployers({ ...matter.facts, ...input }),
      effects: ({ today }, input) => [{ do: 'set', values: { declaredOn: today, relations: input.relations ?? [] } }, { do: 'discharge', duty: 'declare' }],
    }),
    askDeclaration: action({
      name: { zh: '提请申报', en: 'Ask for the declaration' },
      from: ['active', 'paused'],
      by: ['system', clerk],
      when: ({ matter }) => (matter.duties.some(({ kind, state }) => kind === 'declare' && state === 'open') ? 'wrongStage' : undefined),
      effects: ({ matter }) => [{ do: 'owe', duty: 'declare', unit: matter.facts.pool ?? '', person: matter.facts.person ?? '' }],
    }),
    noteFinding: action({
      name: { zh: '补记查实的关联关系', en: 'Add a relation found' },
      help: { zh: '机器比对或者举报查实、本人没有申报的，由监督岗补记。', en: 'Found by comparison or a report and not declared: the supervisor adds it.' },
      from: ['active', 'paused'],
      by: [{ role: 'SUPERVISOR' }],
      asks: { relations: 'must' },
      reason: 10,
      check: (_situation, input) => badRelations(input),
    }),
    recordAbsence: action({
      name: { zh: '登记缺席', en: 'Record an absence' },
      help: { zh: '无故缺席满3次，登记后自动出库。', en: 'The third unexcused absence removes the expert at once.' },
      from: ['active', 'paused'],
      to: ['active', 'paused', 'removed'],
      by: [clerk, head],
      extra: { absentOn: fact.day({ zh: '缺席日期', en: 'Absent on' }), excused: fact.flag({ zh: '有正当理由', en: 'Excused' }), words: fact.text({ zh: '说明', en: 'Note' }, { max: 200 }) },
      extraAsks: { absentOn: 'must', excused: 'must', words: 'may' },
      sets: ['absences', 'unexcused', 'removedOn', 'removedFor'],
      check: ({ today }, input) => (input.absentOn > today ? { refusal: 'absenceLater', field: 'absentOn' } : undefined),
      leads: ({ matter, setting }, input) => (!input.excused && (matter.facts.unexcused ?? 0) + 1 >= setting('absencesMost') ? 'removed' : (matter.stage as 'active' | 'paused')),
      effects: ({ matter, today, setting }, input) => {
        const unexcused = (matter.facts.unexcused ?? 0) + (input.excused ? 0 : 1);
        const absences = [...(matter.facts.absences ?? []), { on: input.absentOn, isExcused: input.excused, ...(input.words === undefined ? {} : { words: input.words }) }];
        return [{ do: 'set', values: { absences, unexcused, ...(!input.excused && unexcused >= setting('absencesMost') ? { removedOn: today, removedFor: 'absences' as const } : {}) } }, ...(unexcused >= setting('absencesMost') ? [{ do: 'withdraw', duty: 'declare' } as const] : [])];
      },
    }),
    noteSeat: action({
      name: { zh: '记入参评', en: 'Note a seat' },
      from: ['active', 'paused', 'removed'],
      by: ['system'],
      hidden: true,
      extra: { meeting: fact.matter({ zh: '评审会', en: 'Meeting' }, 'reviewMeeting'), on: fact.day({ zh: '日期', en: 'On' }) },
      extraAsks: { meeting: 'must', on: 'must' },
      sets: ['seats', 'seatCount'],
      effects: ({ matter }, { meeting, on }) => {
        const seats = [...(matter.facts.seats ?? []), { meeting, on }];
        return [{ do: 'set', values: { seats: seats.slice(-100), seatCount: (matter.facts.seatCount ?? 0) + 1 } }];
      },
    }),
    pause: action({ name: { zh: '暂停', en: 'Pause' }, from: ['active'], to: 'paused', by: [clerk, head], reason: 5 }),
    resume: action({ name: { zh: '恢复', en: 'Resume' }, from: ['paused'], to: 'active', by: [clerk, head], tone: 'primary', when: (situation) => badAge(situation, situation.matter.facts) }),
    renew: action({
      name: { zh: '续聘', en: 'Renew' },
      from: ['active', 'paused'],
      by: [head],
      sets: ['termUntil'],
      when: (situation) => badAge(situation, situation.matter.facts),
      effects: ({ today, setting }) => [{ do: 'set', values: { termUntil: termEnd(today, setting('termYears')) } }],
    }),
    remove: action({
      name: { zh: '出库', en: 'Remove' },
      help: { zh: '串通打分、泄密的终身不得再入库。', en: 'Collusion and leaks bar for life.' },
      from: ['active', 'paused'],
      to: 'removed',
      by: [head],
      tone: 'danger',
      reason: 10,
      evidence: 0,
      asks: { removedFor: 'must' },
      sets: ['removedOn', 'isBanned'],
      effects: ({ today }, { removedFor }) => [{ do: 'set', values: { removedOn: today, isBanned: lifelong.includes(removedFor) } }, { do: 'withdraw', duty: 'declare' }],
    }),
  },
});
