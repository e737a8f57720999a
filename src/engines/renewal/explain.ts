import type { Bar, Fit, Mode, ModeFact, Weighed } from './problem.ts';

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The eight modes in the words of the district. */
export const modeNames: Readonly<Record<Mode, Text>> = {
  M1: { zh: '瘦身强体、聚焦主业', en: 'Slim down and keep to the core' },
  M2: { zh: '龙头引领、强链延链', en: 'Led by an anchor along its chain' },
  M3: { zh: '资本参与、二次开发', en: 'Second development with capital' },
  M4: { zh: '腾笼换鸟、凤凰涅槃', en: 'Vacate for better industry' },
  M5: { zh: '存量挖潜、园中建园', en: 'A park within a park' },
  M6: { zh: '专业运营、工业上楼', en: 'Operator-run, industry in storeys' },
  M7: { zh: '平台支撑、联动发展', en: 'Carried by open platforms' },
  M8: { zh: '“园外建园”飞地模式', en: 'Enclave outside the park' },
};

/** What a mode looks at, in words. */
export const factNames: Readonly<Record<ModeFact, Text>> = {
  ownBody: { zh: '有独立管理机构', en: 'a body of its own' }, nonCoreShare: { zh: '非经济职能占比', en: 'share of functions not economic' }, leadShare: { zh: '主导产业产值占比', en: 'share of the lead industry' },
  staffPer100Firms: { zh: '每百家企业管理人员', en: 'staff per 100 firms' }, anchors: { zh: '链主企业数', en: 'anchors' }, anchorShare: { zh: '链主产值占比', en: 'share of the anchors in output' },
  localSupply: { zh: '本地配套率', en: 'local supply ratio' }, suppliersReady: { zh: '意向配套企业数', en: 'suppliers ready to come' }, contiguousMu: { zh: '可取得连片土地（亩）', en: 'contiguous obtainable land (mu)' },
  taxRatio: { zh: '亩均税收与全区之比', en: 'tax per mu against the district' }, farRatio: { zh: '容积率与上限之比', en: 'plot ratio against its cap' }, capitalReady: { zh: '基金或国有资本到位', en: 'fund or state capital ready' },
  cleanTitle: { zh: '权属清晰占比', en: 'share with clean title' }, inefficientShare: { zh: '低效用地占比', en: 'share of inefficient land' }, cdShare: { zh: 'C、D类企业占比', en: 'share of classes C and D' },
  legacyShare: { zh: '传统产业占比', en: 'share of legacy industry' }, ownersWilling: { zh: '愿意改造的业主占比', en: 'owners willing' }, notUpgraded: { zh: '未改造企业占比', en: 'firms not upgraded' },
  privateParcelMu: { zh: '单宗民企用地（亩）', en: 'largest private parcel (mu)' }, privateUnused: { zh: '其中闲置占比', en: 'unused share of it' }, ownerFinance: { zh: '业主资金和信用', en: 'finance and credit of the owner' },
  farCap: { zh: '容积率上限', en: 'cap of the plot ratio' }, largestParcelMu: { zh: '最大单宗地（亩）', en: 'largest parcel (mu)' }, townLocation: { zh: '城区区位', en: 'town location' }, lightShare: { zh: '轻型产业占比', en: 'share of light industry' },
  operatorReady: { zh: '专业运营商到位', en: 'operator ready' }, applicationsPerUnit: { zh: '用房申请与单元之比', en: 'applications per unit' }, openPlatform: { zh: '有获批开放平台', en: 'an approved opening platform' },
  tradeShare: { zh: '外贸物流企业占比', en: 'share of trade firms' }, platformGrowth: { zh: '平台业务增长（%）', en: 'growth of the platform (%)' }, transport: { zh: '交通连接', en: 'transport link' },
  freeLandShare: { zh: '可供土地占比', en: 'share of free land' }, waitingNeedMu: { zh: '待落地项目用地需求（亩）', en: 'land waited for (mu)' }, needOverFree: { zh: '需求与可供之比', en: 'need over free land' },
  partnerFit: { zh: '合作地区匹配', en: 'fit of the partner' }, benefitAgreement: { zh: '利益分享协议', en: 'agreement on benefits' },
};

/** Why a mode speaks for itself, and what speaks against it: one line each, of every mode, those not recommended too. */
export function reasonsOf({ isOpen, closed, weighed }: Fit): { readonly pro: Text; readonly con: Text } {
  const strong = weighed.filter(({ satisfied }) => satisfied >= 0.5);
  const weak = weighed.filter(({ satisfied }) => satisfied < 0.5);
  const gates = closed.map((bars) => ({ zh: bars.map((bar) => barText(bar).zh).join('或'), en: bars.map((bar) => barText(bar).en).join(' or ') }));
  const con = [...gates.map(({ zh, en }) => ({ zh: `前提不具备：${zh}`, en: `its gate is closed: ${en}` })), ...weak.map(partText)];
  return {
    pro: joined(strong.map(partText), isOpen ? { zh: '前提具备，各项得分都不高', en: 'its gate is open, no criterion is strong' } : { zh: '无', en: 'nothing' }),
    con: joined(con, { zh: '无', en: 'nothing' }),
  };
}

function barText(bar: Bar): Text {
  const name = factNames[bar.fact];
  if ('atLeast' in bar) return { zh: `${name.zh}不少于${bar.atLeast}`, en: `${name.en} at least ${bar.atLeast}` };
  return 'below' in bar ? { zh: `${name.zh}低于${bar.below}`, en: `${name.en} below ${bar.below}` } : { zh: `${name.zh}大于${bar.above}`, en: `${name.en} above ${bar.above}` };
}

function partText({ fact, weight, value, points }: Weighed): Text {
  const name = factNames[fact];
  const held = value === undefined ? undefined : Math.round(value * 1000) / 1000;
  return { zh: `${name.zh}${held ?? '不详'}，得${points}/${weight}`, en: `${name.en} ${held ?? 'unknown'}, ${points} of ${weight}` };
}

function joined(parts: readonly Text[], none: Text): Text {
  if (parts.length === 0) return none;
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}
