import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { deliveredColumns, owners } from '../data-owners.ts';
import { readers } from '../evaluation-words.ts';

/** 数据归集批次: what one owner delivers of a year's enterprises. */
export const readingBatchRecord = record({
  key: 'readingBatch',
  wing: 'parks',
  name: { zh: '数据归集', en: 'Data deliveries' },
  counter: { zh: '批', en: 'deliveries' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { min: 4, max: 80, searched: true }),
    year: fact.whole({ zh: '数据年度', en: 'Year of the data' }, { min: 2000, max: 2100, names: true, indexed: true }),
    owner: fact.choice({ zh: '数据责任单位', en: 'Data owner' }, owners, { indexed: true }),
    unit: fact.unit({ zh: '提供单位', en: 'Delivered by' }),
    source: fact.text({ zh: '数据来源', en: 'Source' }, { min: 2, max: 120, help: { zh: '系统或报表名称，例如金税系统。', en: 'The system or the return it is taken from.' } }),
    pulledOn: fact.day({ zh: '提取日期', en: 'Taken on' }),
    rows: fact.rows({ zh: '数据', en: 'Data' }, deliveredColumns, { max: 5_000, help: { zh: '只填本单位的栏目；可从Excel填入。', en: 'Only your own columns; may be filled from a spreadsheet.' } }),
    enterprises: fact.whole({ zh: '企业数', en: 'Enterprises' }, { isRate: true, min: 0 }),
    replaces: fact.matter({ zh: '替代的批次', en: 'Supersedes' }, 'readingBatch', { stages: ['received'], help: { zh: '整批重新提供时选择；只补正几家企业的不用选。', en: 'For a whole delivery again; leave empty to correct a few.' } }),
    replacedOn: fact.day({ zh: '被替代日期', en: 'Superseded on' }),
  },
  stages: {
    received: { name: { zh: '已入库', en: 'Received' }, place: 'main' },
    superseded: { name: { zh: '已被替代', en: 'Superseded' }, place: 'end' },
  },
  settings: {},
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    notYourData: { status: 422, zh: '{owner}的数据由{owner}提供，您的岗位不能代填。', en: 'Data of the {owner} are delivered by it alone.' },
    notYourColumn: { status: 422, zh: '“{column}”不是{owner}的栏目，请删去后再提交。', en: '“{column}” is no column of the {owner}. Please take it out.' },
    codeMissing: { status: 422, zh: '第{row}行没有统一社会信用代码。', en: 'Row {row} has no credit code.' },
    codeTwice: { status: 422, zh: '信用代码{code}出现了两次，请合并。', en: 'The code {code} stands twice. Please put the rows together.' },
    codeUnknown: { status: 422, zh: '企业库里没有这些代码：{codes}。请先登记企业，或核对代码。', en: 'The register of enterprises has no such codes: {codes}. List them first, or check the codes.' },
    yearNotOver: { status: 422, zh: '{year}年还没有结束，不能归集全年数据。', en: '{year} is not over; its data cannot be delivered.' },
    pulledLater: { status: 422, zh: '提取日期不能晚于今天。', en: 'It cannot be taken later than today.' },
    otherDelivery: { status: 422, zh: '所选批次是{owner}{year}年的，不能由这一批替代。', en: 'That delivery is of the {owner} for {year}; this one cannot supersede it.' },
    taxIncomplete: { status: 422, zh: '{code}填了免抵、退税、查补、一次性税收或代扣个税，没有填年内入库税收。', en: '{code} has offsets, refunds, arrears, one-off taxes or tax withheld and no tax paid in the year.' },
  },
  sees: readers,
  groups: [
    { name: { zh: '批次', en: 'Delivery' }, facts: ['name', 'year', 'owner', 'unit', 'source', 'pulledOn', 'enterprises', 'replaces', 'replacedOn'] },
    { name: { zh: '数据', en: 'Data' }, facts: ['rows'] },
  ],
  title: 'name',
  lead: 'unit',
  list: ['year', 'owner', 'source', 'pulledOn', 'enterprises'],
});

export type ReadingBatchRecord = typeof readingBatchRecord;
