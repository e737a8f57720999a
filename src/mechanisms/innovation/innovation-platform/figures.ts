import { figure } from '#kernel/figure.ts';

const platforms = { zh: '个', en: 'platforms' };
const highest = { fact: 'entity', order: [{ greatest: 'rank' }, { greatest: 'recognisedOn' }] } as const;
const valid = { all: [{ stage: ['recognised', 'building', 'running', 'assessed', 'rectifying'] }, { any: [{ fact: 'validUntil', present: false }, { fact: 'validUntil', during: 'fromNow' }] }] } as const;
const above = { all: [valid, { fact: 'level', in: ['nation', 'province', 'city'] }] } as const;

const ofLevel = (key: string, level: string, zh: string, en: string) =>
  figure({
    key: `innovationPlatform.${key}`,
    name: { zh: `${zh}创新平台`, en: `${en} innovation platforms` },
    unit: platforms,
    definition: { zh: `统计日有效、最高级别为${zh}的创新平台，同一平台只计一个。`, en: `Platforms valid on the day whose highest level is this one; each platform once.` },
    mechanism: 'innovationPlatform',
    where: valid,
    oneFor: { ...highest, and: { fact: 'level', in: [level] } },
    measure: { count: 'matters' },
    ...(level === 'district' ? {} : { within: 'innovationPlatform.counted' }),
  });

/** What is asked of the recognitions (innovation.md §1.3, §14): platforms, and never documents. */
export const innovationPlatformFigures = [
  figure({
    key: 'innovationPlatform.counted',
    name: { zh: '国家级、省级、市级创新平台', en: 'National, provincial and city innovation platforms' },
    unit: platforms,
    definition: { zh: '统计日没有撤销、在有效期内（当天到期的算有效）的市级以上创新平台；同一平台有几级认定文件的，按最高级别计一个。', en: 'Platforms of city level and above, not revoked and valid on the day, its last day included; several documents about one platform count once, at the highest level.' },
    mechanism: 'innovationPlatform',
    where: above,
    oneFor: highest,
    measure: { count: 'matters' },
    answers: '2.4',
  }),
  ofLevel('national', 'nation', '国家级', 'National'),
  ofLevel('provincial', 'province', '省级', 'Provincial'),
  ofLevel('city', 'city', '市级', 'City'),
  ofLevel('district', 'district', '区级', 'District'),
  figure({
    key: 'innovationPlatform.nationalIncubator',
    name: { zh: '国家级科技企业孵化器', en: 'National incubators' },
    unit: platforms,
    definition: { zh: '统计日有效的国家级科技企业孵化器，同一孵化器只计一个。', en: 'National incubators valid on the day, each once.' },
    mechanism: 'innovationPlatform',
    where: { all: [valid, { fact: 'kind', in: ['incubator'] }, { fact: 'level', in: ['nation'] }] },
    oneFor: highest,
    measure: { count: 'matters' },
    answers: '2.16',
  }),
  figure({
    key: 'innovationPlatform.documents',
    name: { zh: '有效认定文件', en: 'Valid recognitions' },
    unit: { zh: '份', en: 'documents' },
    definition: { zh: '统计日有效的市级以上认定文件数，供与平台数对照：一个平台可以有几份。', en: 'Recognitions of city level and above valid on the day, beside the platforms: one may have several.' },
    mechanism: 'innovationPlatform',
    where: above,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'innovationPlatform.recognisedThisYear',
    name: { zh: '今年新认定', en: 'Recognised this year' },
    unit: platforms,
    definition: { zh: '今年认定、统计日有效的市级以上创新平台，同一平台计一个；含原有平台的升级。', en: 'Platforms of city level and above recognised this year and valid on the day, each once; a rise of level among them.' },
    mechanism: 'innovationPlatform',
    where: { all: [above, { fact: 'recognisedOn', during: 'thisYear' }] },
    oneFor: highest,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'innovationPlatform.revokedThisYear',
    name: { zh: '今年撤销', en: 'Revoked this year' },
    unit: platforms,
    definition: { zh: '今年撤销的市级以上创新平台，同一平台计一个。', en: 'Platforms of city level and above revoked this year, each once.' },
    mechanism: 'innovationPlatform',
    where: { all: [{ stage: ['revoked'] }, { fact: 'level', in: ['nation', 'province', 'city'] }, { fact: 'revokedOn', during: 'thisYear' }] },
    oneFor: highest,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'innovationPlatform.rectifying',
    name: { zh: '限期整改中', en: 'Being put right' },
    unit: platforms,
    definition: { zh: '统计日绩效评价不合格、正在限期整改的创新平台。', en: 'Platforms that failed their assessment and have to put it right.' },
    mechanism: 'innovationPlatform',
    where: { stage: ['rectifying'] },
    oneFor: highest,
    measure: { count: 'matters' },
  }),
];
