import type { Story } from '../../story.ts';
import { filed, step } from '../sessions-days.ts';

type Clause = readonly [text: string, upperDept: string, dueText: string, seq: number];

/** What the sample year was set from above; each clause with the number of the task that takes it up (0: none does). */
const programmes: readonly { readonly key: string; readonly registered: string; readonly input: Readonly<Record<string, unknown>>; readonly clauses: readonly Clause[] }[] = [
  {
    key: 'up-province', registered: '2021-01-06',
    input: { title: '全省改革攻坚“七个求突破”行动方案', level: 'provincial', docNo: '鲁改发〔2021〕1号', issuer: '省委全面深化改革委员会', year: 2021, label: '七个求突破', receivedOn: '2021-01-05' },
    clauses: [
      ['在优化政务服务上求突破，推行一件事集成办理', '省政府办公厅', '年底前', 17], ['在要素市场化配置上求突破，推行标准地出让', '省自然资源厅', '年底前', 5], ['在科技体制上求突破，健全成果转化机制', '省科技厅', '年底前', 30],
      ['在海洋强省上求突破，完善海洋经济促进机制', '省海洋局', '年底前', 25], ['在乡村振兴上求突破，盘活农村集体资产', '省农业农村厅', '年底前', 70], ['在基层治理上求突破，推进一支队伍管执法', '省司法厅', '年底前', 89],
      ['在民生改革上求突破，推进紧密型医共体', '省卫生健康委', '年底前', 116],
    ],
  },
  {
    key: 'up-city', registered: '2021-01-08',
    input: { title: '全市十大改革突破行动实施意见', level: 'city', docNo: '青改发〔2021〕2号', issuer: '市委全面深化改革委员会', year: 2021, label: '十大改革突破行动', receivedOn: '2021-01-07' },
    clauses: [
      ['项目评审机制突破', '市发展改革委', '上半年', 2], ['低效土地再开发突破', '市自然资源和规划局', '年底前', 9], ['开发区体制突破', '市委编办', '年底前', 13], ['制造业数字化转型突破', '市工业和信息化局', '年底前', 33],
      ['亩均效益评价突破', '市工业和信息化局', '年底前', 40], ['国资国企改革突破', '市国资委', '年底前', 51], ['城乡水务一体突破', '市水务局', '年底前', 58], ['文明城市长效机制突破', '市文明办', '年底前', 100],
      ['教育综合改革突破', '市教育局', '年底前', 112], ['社会矛盾化解突破', '市委政法委', '年底前', 93],
    ],
  },
  {
    key: 'up-nation', registered: '2021-01-11',
    input: { title: '关于开展改革集成试验的通知', level: 'national', issuer: '国家有关部委', year: 2021, receivedOn: '2021-01-08' },
    clauses: [['推行政务服务标准化', '国务院办公厅', '年底前', 21], ['完善环评审批服务', '生态环境部', '年底前', 66], ['开展民用机场管理体制试点', '民航局', '年底前', 0]],
  },
];

/** The programmes, broken down and in the end all taken up. */
export function upperProgrammeStories(): Story[] {
  return programmes.map(({ key, registered, input, clauses }, at) => ({
    key, mechanism: 'upperProgramme',
    steps: [
      step(registered, `01:3${at}`, 'office-1', 'register', (known) => ({ ...input, evidence: filed(known, '上级文件扫描件') })),
      step('2021-01-12', `02:1${at}`, 'office-1', 'decompose', { clauses: clauses.map(([text, upperDept, dueText], place) => ({ clauseNo: String(place + 1), text, upperDept, dueText })) }),
      step('2021-01-20', `02:1${at}`, 'office-1', 'confirmCoverage'),
    ],
  }));
}

/** Which task answers which clause. */
export const answeredClauses: ReadonlyMap<number, { readonly programme: string; readonly clauseNo: string }> = new Map(
  programmes.flatMap(({ key, clauses }) => clauses.flatMap(([, , , seq], place) => (seq === 0 ? [] : [[seq, { programme: key, clauseNo: String(place + 1) }] as const]))),
);
