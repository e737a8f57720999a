import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { channels, publicationLevels, publicationTopics } from './choices.ts';

/** 刊发: one text in one outlet on one day. The same text in three outlets is three of them. */
export const publicationRecord = record({
  key: 'publication',
  wing: 'reform',
  name: { zh: '宣传刊发', en: 'Publications' },
  counter: { zh: '篇次', en: 'publications' },
  facts: {
    title: fact.text({ zh: '标题', en: 'Title' }, { min: 4, max: 200, searched: true, indexed: true }),
    outlet: fact.text({ zh: '刊发载体', en: 'Outlet' }, { min: 2, max: 80, searched: true, indexed: true, synonyms: ['媒体', '刊物'] }),
    level: fact.choice({ zh: '层级', en: 'Level' }, publicationLevels, { indexed: true }),
    channel: fact.choice({ zh: '渠道', en: 'Channel' }, channels, { indexed: true }),
    topic: fact.choice({ zh: '主题', en: 'Topic' }, publicationTopics, { indexed: true }),
    publishedOn: fact.day({ zh: '刊发日期', en: 'Published on' }, { indexed: true }),
    issue: fact.text({ zh: '期号、版面', en: 'Issue and page' }, { max: 60 }),
    article: fact.text({ zh: '稿件', en: 'Article' }, { min: 2, max: 200, indexed: true, help: { zh: '同一篇稿件在几家载体刊发的，这里写同一个名称，按篇计数时算一篇；不填的，按标题。', en: 'One text in several outlets bears one name here and is one article; its title where left empty.' } }),
    experience: fact.text({ zh: '改革经验', en: 'Experience' }, { min: 2, max: 120, indexed: true, searched: true, help: { zh: '报道的是哪一项改革经验，同一项经验写同一个名称。', en: 'Which experience it tells of; one experience bears one name.' } }),
    unit: fact.unit({ zh: '供稿单位', en: 'Unit it is about' }, { indexed: true }),
    sameness: fact.text({ zh: '载体、日期、标题', en: 'Outlet, day and title' }, { forPrograms: true, unique: true, max: 320 }),
    checkedOn: fact.day({ zh: '核对日期', en: 'Checked on' }),
  },
  stages: {
    entered: { name: { zh: '待核对', en: 'Entered' }, place: 'main' },
    checked: { name: { zh: '已核对', en: 'Checked' }, place: 'main' },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {},
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    publishedLater: { status: 422, zh: '刊发日期不能晚于今天，请核对。', en: 'It cannot be published later than today. Please check.' },
  },
  sees: { MEDIA: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', SCIENCE: 'all', MARINE: 'all', UNIT: 'all', UNIT_HEAD: 'all', LEADER: 'all', TOP: 'all', STAT: 'all', INVEST: 'all', INDUSTRY: 'all' },
  groups: [{ name: { zh: '刊发', en: 'Publication' }, facts: ['title', 'article', 'experience', 'topic', 'outlet', 'level', 'channel', 'publishedOn', 'issue', 'unit', 'checkedOn'] }],
  title: 'title',
  lead: 'unit',
  list: ['outlet', 'level', 'channel', 'topic', 'publishedOn', 'unit'],
});

export type PublicationRecord = typeof publicationRecord;
