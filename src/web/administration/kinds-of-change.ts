import { verbatim, type Text } from '#kernel/words.ts';

const kinds: Readonly<Record<string, Text>> = {
  'unit.add': { zh: '增设单位', en: 'Unit added' },
  'unit.rename': { zh: '单位更名', en: 'Unit renamed' },
  'unit.amend': { zh: '单位信息', en: 'Unit changed' },
  'unit.merge': { zh: '单位合并', en: 'Unit merged' },
  'post.add': { zh: '增设岗位', en: 'Post added' },
  'post.roles': { zh: '授予职责', en: 'Roles given' },
  'post.deputy': { zh: '设代理', en: 'Deputy set' },
  'post.end': { zh: '终止岗位', en: 'Post ended' },
  setting: { zh: '参数', en: 'Setting' },
  calendar: { zh: '放假通知', en: 'Holiday notice' },
};

const parts: Readonly<Record<string, Text>> = {
  name: { zh: '名称', en: 'name' }, shortName: { zh: '简称', en: 'short name' }, kind: { zh: '类别', en: 'kind' }, groups: { zh: '分组', en: 'groups' }, roles: { zh: '职责', en: 'roles' },
  fields: { zh: '领域', en: 'fields' }, validFrom: { zh: '起始', en: 'from' }, validTo: { zh: '截止', en: 'until' }, into: { zh: '并入', en: 'into' }, rest: { zh: '放假', en: 'days off' },
  work: { zh: '调休', en: 'worked' }, source: { zh: '依据', en: 'source' }, isKnown: { zh: '已核定', en: 'known' },
};

/** What kind of change it was. */
export function changeWords(what: string): Text {
  return kinds[what] ?? verbatim(what);
}

/** The name of a part of what was changed. */
export function partWords(part: string): Text {
  return parts[part] ?? verbatim(part);
}
