import { addDays, type Day } from '#kernel/calendar.ts';
import { creditCodeOf } from '../../projects/sample-names.ts';
import type { Pen } from '../../projects/sample-pen.ts';
import type { Known, Story } from '../../story.ts';
import { rowIn, type BroughtFile } from '../../sample-rows.ts';

/** Credit codes of the sample's financial institutions begin here. */
const firstInstitution = 72_001;
/** The controller of whom too many are entered. */
const group = { controllerName: '示例创投集团', controllerCode: creditCodeOf(73_001) };

/** What is brought each time: of the years before, and of the quarters of 2021. */
const files: readonly { readonly file: string; readonly day: Day; readonly rows: number; readonly from: Day; readonly days: number }[] = [
  { file: '金融投资机构底数.xlsx', day: '2021-01-06', rows: 90, from: '2016-03-01', days: 1_700 },
  { file: '2021年第一季度入驻机构.xlsx', day: '2021-04-07', rows: 58, from: '2021-01-05', days: 80 },
  { file: '2021年第二季度入驻机构.xlsx', day: '2021-07-06', rows: 71, from: '2021-04-02', days: 85 },
  { file: '2021年第三季度入驻机构.xlsx', day: '2021-10-12', rows: 76, from: '2021-07-02', days: 85 },
  { file: '2021年第四季度入驻机构.xlsx', day: '2021-12-22', rows: 65, from: '2021-10-08', days: 70 },
];
const kinds = ['fund', 'manager', 'fund', 'manager', 'fund', 'leasing', 'fund', 'manager', 'fund', 'factoring', 'manager', 'guarantee'] as const;
const names = { fund: '创业投资基金合伙企业', manager: '投资管理有限公司', leasing: '融资租赁有限公司', factoring: '商业保理有限公司', guarantee: '融资担保有限公司' } as const;
const industries = { fund: 'J6731', manager: 'J6739', leasing: 'J6631', factoring: 'J6639', guarantee: 'J6999' } as const;

/** Of the 270 that entered in 2021 six show nothing and four left again. */
const shells = new Set([101, 140, 177, 231, 271, 330]);
const leavers = new Set([95, 150, 204, 260]);
/** Names that promise finance without a filing: three, of which one was looked into. */
const promising = new Set([112, 190, 301]);

export function financeStories(): readonly Story[] {
  let at = 0;
  return files.flatMap(({ file, day, rows, from, days }) => {
    const brought: BroughtFile = { file, mechanism: 'financeInstitution', day, minute: 245, by: 'invest-1', action: 'enter' };
    return Array.from({ length: rows }, (_each, nth) => {
      at += 1;
      const place = at;
      return rowIn(brought, `finance-${place}`, (known) => institution(place, addDays(from, Math.floor((nth * days) / rows)), known), (pen) => later(pen, place));
    });
  });
}

function institution(at: number, enteredOn: Day, known: Known): Readonly<Record<string, unknown>> {
  const kind = kinds[at % kinds.length] ?? 'manager';
  const isFund = kind === 'fund';
  const name = promising.has(at) ? `示例金融信息服务有限公司${at}` : `示例${isFund ? '蓝湾' : '海信通'}${names[kind]}${at}`;
  // A fund is of the manager entered last before it.
  const of = { ...(isFund ? { managerName: `示例海信通${names.manager}${managerBefore(at)}` } : {}), ...(at >= 300 && at < 326 && at % 2 === 0 ? group : {}) };
  return { name, creditCode: creditCodeOf(firstInstitution + at), kind, industry: industries[kind], registeredOn: addDays(enteredOn, -40), enteredOn, address: `鳌山卫街道示例金融港${1 + (at % 9)}号楼${at}室`, park: known.idOf('park-blue-valley'), ...of, ...shown(at, kind) };
}

function managerBefore(at: number): number {
  return kinds[at % kinds.length] === 'manager' || at <= 1 ? at : managerBefore(at - 1);
}

function shown(at: number, kind: keyof typeof names): Readonly<Record<string, unknown>> {
  if (shells.has(at)) return {};
  if (promising.has(at)) return { leaseNo: `JR-ZL-${at}`, staff: 4 };
  if (kind === 'fund') return { filingNo: `SY${String(1000 + at)}`, paidIn: (2000 + at * 10) * 1_000_000, assets: (5000 + at * 20) * 1_000_000 };
  return at % 4 === 1 ? { leaseNo: `JR-ZL-${at}`, staff: 3 + (at % 12) } : { filingNo: `P10${String(70_000 + at)}`, paidIn: (1000 + at) * 1_000_000 };
}

function later(pen: Pen, at: number): Pen {
  if (leavers.has(at)) return pen.from('2021-11-15').after(at % 5, 'invest-2', 'leave', () => ({ reason: '变更注册地，迁出本区。' }));
  if (at === 112) return pen.after(6, 'finance', 'clear', (known) => ({ reason: '经核，提供软件服务，没有募资，已要求规范宣传。', evidence: [known.file('核查记录')] }));
  return at % 23 === 0 && at > 90 ? pen.after(8, 'invest-3', 'visit', (known) => ({ staff: 2 + (at % 7), evidence: [known.file('现场照片')] })) : pen;
}
