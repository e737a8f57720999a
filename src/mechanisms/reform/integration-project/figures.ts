import type { Condition } from '#kernel/condition.ts';
import { figure } from '#kernel/figure.ts';

const mechanism = 'integrationProject';
const approved: Condition = { all: [{ fact: 'approvedOn', during: 'thisYear' }, { not: { stage: ['proposed', 'rejected'] } }] };

/** What is asked of the integration projects (reform.md §5, F16). */
export const integrationProjectFigures = [
  figure({
    key: 'integrationProject.approved',
    name: { zh: '全区重大改革课题', en: 'Major reform subjects of the district' },
    unit: { zh: '个', en: 'projects' },
    definition: { zh: '今年批准立项的集成改革课题数。', en: 'Integration projects approved since 1 January.' },
    mechanism,
    where: approved,
    measure: { count: 'matters' },
    answers: '1.16',
    isPublic: true,
  }),
  figure({
    key: 'integrationProject.documents',
    name: { zh: '集成改革制度成果', en: 'Documents of integration projects' },
    unit: { zh: '份', en: 'documents' },
    definition: { zh: '今年立项的课题登记为成果的改革文件份数，几个课题共有的一份只计一次。', en: 'Reform documents that are results of projects approved since 1 January; one that several share counts once.' },
    mechanism,
    where: approved,
    measure: { distinct: 'results' },
  }),
  figure({
    key: 'integrationProject.improved',
    name: { zh: '有成效的环节', en: 'Links improved' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '已评估课题中，前后数据向目标方向变化的环节占比，按课题平均。', en: 'Share of links that moved towards their target, averaged over the projects evaluated.' },
    mechanism,
    where: { fact: 'measuredShare', present: true },
    measure: { mean: 'measuredShare', atLeast: 1 },
  }),
];
