import type { Text } from './words.ts';

interface Section {
  readonly name: Text;
  readonly divisions: Readonly<Record<string, Text>>;
}

/** The sections of the national classification of industries (GB/T 4754—2017) with their divisions by two digits; the English is ours where the standard's runs long. */
const sections: Readonly<Record<string, Section>> = {
  A: {
    name: { zh: '农、林、牧、渔业', en: 'Agriculture, forestry, animal husbandry and fishery' },
    divisions: {
      '01': { zh: '农业', en: 'Farming' },
      '02': { zh: '林业', en: 'Forestry' },
      '03': { zh: '畜牧业', en: 'Animal husbandry' },
      '04': { zh: '渔业', en: 'Fishery' },
      '05': { zh: '农、林、牧、渔专业及辅助性活动', en: 'Support to agriculture, forestry and fishery' },
    },
  },
  B: {
    name: { zh: '采矿业', en: 'Mining' },
    divisions: {
      '06': { zh: '煤炭开采和洗选业', en: 'Mining and washing of coal' },
      '07': { zh: '石油和天然气开采业', en: 'Extraction of petroleum and natural gas' },
      '08': { zh: '黑色金属矿采选业', en: 'Mining of ferrous metal ores' },
      '09': { zh: '有色金属矿采选业', en: 'Mining of non-ferrous metal ores' },
      10: { zh: '非金属矿采选业', en: 'Mining of non-metal ores' },
      11: { zh: '开采专业及辅助性活动', en: 'Support to mining' },
      12: { zh: '其他采矿业', en: 'Other mining' },
    },
  },
  C: {
    name: { zh: '制造业', en: 'Manufacturing' },
    divisions: {
      13: { zh: '农副食品加工业', en: 'Food from agricultural products' },
      14: { zh: '食品制造业', en: 'Foods' },
      15: { zh: '酒、饮料和精制茶制造业', en: 'Liquor, beverages and refined tea' },
      16: { zh: '烟草制品业', en: 'Tobacco' },
      17: { zh: '纺织业', en: 'Textiles' },
      18: { zh: '纺织服装、服饰业', en: 'Apparel and accessories' },
      19: { zh: '皮革、毛皮、羽毛及其制品和制鞋业', en: 'Leather, fur, feather and footwear' },
      20: { zh: '木材加工和木、竹、藤、棕、草制品业', en: 'Timber, wood, bamboo, rattan, palm and straw products' },
      21: { zh: '家具制造业', en: 'Furniture' },
      22: { zh: '造纸和纸制品业', en: 'Paper and paper products' },
      23: { zh: '印刷和记录媒介复制业', en: 'Printing and reproduction of recording media' },
      24: { zh: '文教、工美、体育和娱乐用品制造业', en: 'Articles for culture, education, arts, sport and entertainment' },
      25: { zh: '石油、煤炭及其他燃料加工业', en: 'Petroleum, coal and other fuels' },
      26: { zh: '化学原料和化学制品制造业', en: 'Chemical materials and products' },
      27: { zh: '医药制造业', en: 'Medicines' },
      28: { zh: '化学纤维制造业', en: 'Chemical fibres' },
      29: { zh: '橡胶和塑料制品业', en: 'Rubber and plastics products' },
      30: { zh: '非金属矿物制品业', en: 'Non-metallic mineral products' },
      31: { zh: '黑色金属冶炼和压延加工业', en: 'Smelting and pressing of ferrous metals' },
      32: { zh: '有色金属冶炼和压延加工业', en: 'Smelting and pressing of non-ferrous metals' },
      33: { zh: '金属制品业', en: 'Metal products' },
      34: { zh: '通用设备制造业', en: 'General-purpose machinery' },
      35: { zh: '专用设备制造业', en: 'Special-purpose machinery' },
      36: { zh: '汽车制造业', en: 'Automobiles' },
      37: { zh: '铁路、船舶、航空航天和其他运输设备制造业', en: 'Railway, ship, aerospace and other transport equipment' },
      38: { zh: '电气机械和器材制造业', en: 'Electrical machinery and apparatus' },
      39: { zh: '计算机、通信和其他电子设备制造业', en: 'Computers, communication and other electronic equipment' },
      40: { zh: '仪器仪表制造业', en: 'Measuring instruments' },
      41: { zh: '其他制造业', en: 'Other manufacturing' },
      42: { zh: '废弃资源综合利用业', en: 'Use of waste resources' },
      43: { zh: '金属制品、机械和设备修理业', en: 'Repair of metal products, machinery and equipment' },
    },
  },
  D: {
    name: { zh: '电力、热力、燃气及水生产和供应业', en: 'Electricity, heat, gas and water' },
    divisions: {
      44: { zh: '电力、热力生产和供应业', en: 'Electricity and heat' },
      45: { zh: '燃气生产和供应业', en: 'Gas' },
      46: { zh: '水的生产和供应业', en: 'Water' },
    },
  },
  E: {
    name: { zh: '建筑业', en: 'Construction' },
    divisions: {
      47: { zh: '房屋建筑业', en: 'Construction of buildings' },
      48: { zh: '土木工程建筑业', en: 'Civil engineering' },
      49: { zh: '建筑安装业', en: 'Building installation' },
      50: { zh: '建筑装饰、装修和其他建筑业', en: 'Building decoration and other construction' },
    },
  },
  F: {
    name: { zh: '批发和零售业', en: 'Wholesale and retail' },
    divisions: {
      51: { zh: '批发业', en: 'Wholesale' },
      52: { zh: '零售业', en: 'Retail' },
    },
  },
  G: {
    name: { zh: '交通运输、仓储和邮政业', en: 'Transport, storage and post' },
    divisions: {
      53: { zh: '铁路运输业', en: 'Railway transport' },
      54: { zh: '道路运输业', en: 'Road transport' },
      55: { zh: '水上运输业', en: 'Water transport' },
      56: { zh: '航空运输业', en: 'Air transport' },
      57: { zh: '管道运输业', en: 'Transport by pipeline' },
      58: { zh: '多式联运和运输代理业', en: 'Multimodal transport and forwarding' },
      59: { zh: '装卸搬运和仓储业', en: 'Loading, unloading and storage' },
      60: { zh: '邮政业', en: 'Post' },
    },
  },
  H: {
    name: { zh: '住宿和餐饮业', en: 'Hotels and catering' },
    divisions: {
      61: { zh: '住宿业', en: 'Hotels' },
      62: { zh: '餐饮业', en: 'Catering' },
    },
  },
  I: {
    name: { zh: '信息传输、软件和信息技术服务业', en: 'Information transmission, software and information technology' },
    divisions: {
      63: { zh: '电信、广播电视和卫星传输服务', en: 'Telecommunication, broadcasting and satellite transmission' },
      64: { zh: '互联网和相关服务', en: 'Internet and related services' },
      65: { zh: '软件和信息技术服务业', en: 'Software and information technology' },
    },
  },
  J: {
    name: { zh: '金融业', en: 'Finance' },
    divisions: {
      66: { zh: '货币金融服务', en: 'Monetary and financial services' },
      67: { zh: '资本市场服务', en: 'Capital market services' },
      68: { zh: '保险业', en: 'Insurance' },
      69: { zh: '其他金融业', en: 'Other finance' },
    },
  },
  K: {
    name: { zh: '房地产业', en: 'Real estate' },
    divisions: {
      70: { zh: '房地产业', en: 'Real estate' },
    },
  },
  L: {
    name: { zh: '租赁和商务服务业', en: 'Leasing and business services' },
    divisions: {
      71: { zh: '租赁业', en: 'Leasing' },
      72: { zh: '商务服务业', en: 'Business services' },
    },
  },
  M: {
    name: { zh: '科学研究和技术服务业', en: 'Scientific research and technical services' },
    divisions: {
      73: { zh: '研究和试验发展', en: 'Research and experimental development' },
      74: { zh: '专业技术服务业', en: 'Professional technical services' },
      75: { zh: '科技推广和应用服务业', en: 'Promotion and application of technology' },
    },
  },
  N: {
    name: { zh: '水利、环境和公共设施管理业', en: 'Water conservancy, environment and public facilities' },
    divisions: {
      76: { zh: '水利管理业', en: 'Management of water conservancy' },
      77: { zh: '生态保护和环境治理业', en: 'Ecological protection and environmental treatment' },
      78: { zh: '公共设施管理业', en: 'Management of public facilities' },
      79: { zh: '土地管理业', en: 'Management of land' },
    },
  },
  O: {
    name: { zh: '居民服务、修理和其他服务业', en: 'Household, repair and other services' },
    divisions: {
      80: { zh: '居民服务业', en: 'Household services' },
      81: { zh: '机动车、电子产品和日用产品修理业', en: 'Repair of vehicles, electronics and daily goods' },
      82: { zh: '其他服务业', en: 'Other services' },
    },
  },
  P: {
    name: { zh: '教育', en: 'Education' },
    divisions: {
      83: { zh: '教育', en: 'Education' },
    },
  },
  Q: {
    name: { zh: '卫生和社会工作', en: 'Health and social work' },
    divisions: {
      84: { zh: '卫生', en: 'Health' },
      85: { zh: '社会工作', en: 'Social work' },
    },
  },
  R: {
    name: { zh: '文化、体育和娱乐业', en: 'Culture, sports and entertainment' },
    divisions: {
      86: { zh: '新闻和出版业', en: 'News and publishing' },
      87: { zh: '广播、电视、电影和录音制作业', en: 'Radio, television, film and recording' },
      88: { zh: '文化艺术业', en: 'Culture and arts' },
      89: { zh: '体育', en: 'Sports' },
      90: { zh: '娱乐业', en: 'Entertainment' },
    },
  },
  S: {
    name: { zh: '公共管理、社会保障和社会组织', en: 'Public administration, social security and social organisations' },
    divisions: {
      91: { zh: '中国共产党机关', en: 'Organs of the Communist Party of China' },
      92: { zh: '国家机构', en: 'State organs' },
      93: { zh: '人民政协、民主党派', en: 'People’s political consultative conference and democratic parties' },
      94: { zh: '社会保障', en: 'Social security' },
      95: { zh: '群众团体、社会团体和其他成员组织', en: 'Mass and social organisations' },
      96: { zh: '基层群众自治组织及其他组织', en: 'Grass-roots self-governing organisations' },
    },
  },
  T: {
    name: { zh: '国际组织', en: 'International organisations' },
    divisions: {
      97: { zh: '国际组织', en: 'International organisations' },
    },
  },
};

const divisions: Readonly<Record<string, Text>> = Object.assign({}, ...Object.values(sections).map((section) => section.divisions));

/** The divisions as they are spoken of, by their two digits: `17 纺织业`. */
export const divisionNames: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(divisions).map(([digits, { zh, en }]) => [digits, { zh: `${digits} ${zh}`, en: `${digits} ${en}` }]),
);

/** The same by their codes with the letter of the section, `C17`, in the order of the standard. */
export const divisionsByCode: readonly (readonly [code: string, name: Text])[] = Object.entries(sections).flatMap(([letter, section]) =>
  Object.keys(section.divisions).toSorted().map((digits): readonly [string, Text] => {
    const { zh = '', en = '' } = section.divisions[digits] ?? {};
    return [`${letter}${digits}`, { zh: `${letter}${digits} ${zh}`, en: `${letter}${digits} ${en}` }];
  }));

/** What a code is part of: its division, or its section where it names no more; nothing where the classification has neither. */
export function industryName(code: string): Text | undefined {
  return code.length === 1 ? sections[code]?.name : divisions[code.slice(1, 3)];
}
