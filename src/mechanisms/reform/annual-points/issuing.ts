import { action, lack, listedTasks, office, officeHead, set, type Effect } from './moves.ts';
import { pointsFigures } from './record.ts';
import type { Situation, Verdict } from './rules.ts';

/** What goes out with a version: its tasks are assigned, all in one transaction. */
function assigned({ matter }: Pick<Situation, 'matter'>, tasks: readonly string[], versionNo: number, issuedOn: string): readonly Effect[] {
  return tasks.map((id) => ({ do: 'follow', mechanism: 'task', id, action: 'assign', input: { points: matter.id, versionNo, issuedOn } }));
}

function emptyYear({ year }: { readonly year?: number }, listed: readonly string[]): Verdict {
  return listed.length === 0 ? { refusal: 'noTasks', detail: { year: year ?? '' } } : undefined;
}

/** A task that lacks something is named by its number: `12|牵头单位`. */
function lacking(words: string): Verdict {
  const [seq = '', what = ''] = words.split('|');
  return words === '' ? undefined : { refusal: 'taskIncomplete', detail: { seq, what } };
}

const issuing = { issuedTable: 'computed', categoryCount: 'computed', taskCount: 'computed' } as const;
const found = { listed: listedTasks, lack };
const foundAsks = { listed: 'computed', lack: 'computed' } as const;

/** Issued, and revised by version after version; what was issued first is never overwritten. */
export const issuingActions = {
  issue: action({
    name: { zh: '编号印发', en: 'Number and issue' },
    help: { zh: '印发后任务全部下达，任务分解表按印发版封存；以后的增减另立版本。', en: 'All tasks are assigned and the table is kept as issued; later changes become versions of their own.' },
    from: ['approved'],
    to: 'issued',
    by: [office],
    tone: 'primary',
    asks: { docNo: 'must', ...issuing },
    extra: found,
    extraAsks: foundAsks,
    sets: ['issuedOn', 'versionNo', 'versions'],
    prints: pointsFigures,
    stops: ['issue', 'rework'],
    follows: ['task.assign'],
    when: ({ matter }) => (matter.facts.outcome === 'principle' && matter.clocks['rework']?.stoppedOn === undefined ? 'reworkFirst' : undefined),
    check: ({ matter }, input) => emptyYear(matter.facts, input.listed) ?? lacking(input.lack),
    effects: (situation, { docNo, listed, taskCount }) => [
      set({ issuedOn: situation.today, versionNo: 1, versions: [{ no: 1, on: situation.today, docNo, tasks: taskCount, words: '印发版' }] }),
      ...assigned(situation, listed, 1, situation.today),
    ],
  }),
  recordIssued: action({
    name: { zh: '补录已印发的要点', en: 'Record points issued on paper' },
    help: { zh: '平台启用前已经印发的，附文件补录；编列中的任务随之下达。', en: 'For points issued before the platform came: with the paper; the tasks listed are assigned with it.' },
    from: 'new',
    to: 'issued',
    by: [officeHead],
    evidence: 1,
    reason: 10,
    asks: { title: 'must', year: 'must', docNo: 'must', issuedOn: 'must', overall: 'may', safeguards: 'may', ...issuing },
    extra: found,
    extraAsks: foundAsks,
    sets: ['versionNo', 'versions'],
    prints: pointsFigures,
    follows: ['task.assign'],
    check: ({ today }, input) => (input.issuedOn > today ? { refusal: 'issuedLater', field: 'issuedOn' } : (emptyYear(input, input.listed) ?? lacking(input.lack))),
    effects: (situation, { docNo, issuedOn, listed, taskCount }) => [
      set({ versionNo: 1, versions: [{ no: 1, on: issuedOn, docNo, tasks: taskCount, words: '印发版（补录）' }] }),
      ...assigned(situation, listed, 1, issuedOn),
    ],
  }),
  proposeRevision: action({
    name: { zh: '提出修订', en: 'Propose a revision' },
    help: { zh: '先把新增任务编列好，选出要取消的任务，附调整请示；由深改委或者主要领导批准。', en: 'List what is new, choose what is to be cancelled, attach the request; the commission or the principal leader approves.' },
    from: ['issued', 'revised'],
    to: 'revising',
    by: [office],
    evidence: 1,
    asks: { revision: 'must', dropped: 'may' },
    extra: { listed: listedTasks },
    extraAsks: { listed: 'computed' },
    check: ({ matter, findMatter }, { listed, dropped = [] }) => {
      if (listed.length + dropped.length === 0) return { refusal: 'nothingToRevise', field: 'dropped' };
      const strange = dropped.map((id) => findMatter(id)).find((each) => each?.facts['points'] !== matter.id);
      return strange === undefined ? undefined : { refusal: 'notOfThisYear', field: 'dropped', detail: { title: String(strange.facts['title'] ?? '') } };
    },
    effects: () => [{ do: 'tell', to: { role: 'TOP' }, text: { zh: '年度工作要点拟修订，请审定。', en: 'A revision of the yearly points is proposed; please decide.' } }],
  }),
  approveRevision: action({
    name: { zh: '批准修订', en: 'Approve the revision' },
    help: { zh: '成为新版本；印发版原样保留。', en: 'It becomes a new version; the one issued first stays as it is.' },
    from: ['revising'],
    to: 'revised',
    by: [{ role: 'TOP' }, { role: 'LEADER' }],
    tone: 'primary',
    extra: found,
    extraAsks: foundAsks,
    sets: ['versionNo', 'versions', 'revision', 'dropped'],
    follows: ['task.assign', 'task.cancelByRevision'],
    check: (_situation, input) => lacking(input.lack),
    effects: (situation, { listed }) => {
      const { matter, today } = situation;
      const { versionNo = 1, versions = [], revision = '', dropped = [], docNo } = matter.facts;
      const next = versionNo + 1;
      const tasks = (versions.at(-1)?.tasks ?? 0) + listed.length - dropped.length;
      return [
        set({ versionNo: next, versions: [...versions, { no: next, on: today, ...(docNo === undefined ? {} : { docNo }), tasks, words: revision }], revision: null, dropped: null }),
        ...assigned(situation, listed, next, today),
        ...dropped.map((id): Effect => ({ do: 'follow', mechanism: 'task', id, action: 'cancelByRevision', input: {} })),
      ];
    },
  }),
  rejectRevision: action({
    name: { zh: '不同意修订', en: 'Refuse the revision' },
    from: ['revising'],
    to: ['issued', 'revised'],
    by: [{ role: 'TOP' }, { role: 'LEADER' }],
    reason: 10,
    sets: ['revision', 'dropped'],
    leads: ({ matter }) => ((matter.facts.versionNo ?? 1) > 1 ? 'revised' : 'issued'),
    effects: () => [set({ revision: null, dropped: null })],
  }),
};
