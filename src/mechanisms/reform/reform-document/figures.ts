import { figure } from '#kernel/figure.ts';

const issuedThisYear = [{ stage: ['issued', 'repealed'] }, { fact: 'issuedOn', during: 'thisYear' }, { not: { fact: 'isForwarding', in: [true] } }] as const;
const reviewed = [...issuedThisYear, { fact: 'isReform', in: [true] }, { fact: 'item', present: true }] as const;

/** What is asked of the documents (reform.md §2 F12, F17, §4.7). */
export const reformDocumentFigures = [
  figure({
    key: 'reformDocument.reviewedAndIssued',
    name: { zh: '审议出台改革类文件', en: 'Reform documents reviewed and issued' },
    unit: { zh: '个', en: 'documents' },
    definition: { zh: '今年以来印发、经会议议题审议通过的改革类文件，按发文字号去重；单纯转发上级文件的不计，几个课题共有一个文件的计一次。', en: 'Issued this year and decided by an agenda item, each number once; mere forwarding is excluded, and one document of several projects counts once.' },
    mechanism: 'reformDocument',
    where: { all: reviewed },
    measure: { distinct: 'docNo' },
    answers: '1.12',
  }),
  figure({
    key: 'reformDocument.innovations',
    name: { zh: '制度创新性文件', en: 'Institutional innovation documents' },
    unit: { zh: '个', en: 'documents' },
    definition: { zh: '今年以来印发的文件中，写明创新点、合法性审查为合法并经认定的，按发文字号去重；与审议出台文件可以重合，不相加。', en: 'Documents issued this year with what is new stated, a legality review and recognition, each number once; the set may overlap with those decided and is never added to it.' },
    mechanism: 'reformDocument',
    where: { all: [...issuedThisYear, { fact: 'isInstitutionalInnovation', in: [true] }, { fact: 'innovationBasis', present: true }, { fact: 'legalOpinion', in: ['lawful'] }] },
    measure: { distinct: 'docNo' },
    answers: '1.17',
  }),
  figure({
    key: 'reformDocument.daysToIssue',
    name: { zh: '议题申报到文件印发平均天数', en: 'Mean days from application to issue' },
    unit: { zh: '天', en: 'days' },
    definition: { zh: '今年以来审议出台的改革类文件，从议题申报到印发的平均自然日数；不足3个不计。', en: 'Calendar days from the application of the item to the issue, for the documents of this year; said from three on.' },
    mechanism: 'reformDocument',
    where: { all: reviewed },
    measure: { mean: 'daysToIssue', atLeast: 3 },
  }),
  figure({
    key: 'reformDocument.published',
    name: { zh: '主动公开文件已公开率', en: 'Documents published' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年以来印发、属性为主动公开的文件中已公开的比例。', en: 'Of the documents issued this year that are to be open, the share published.' },
    mechanism: 'reformDocument',
    where: { all: [...issuedThisYear, { fact: 'openness', in: ['public'] }] },
    measure: { share: { fact: 'openedOn', present: true } },
  }),
];
