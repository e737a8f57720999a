import pg from 'pg';
import { charactersOf, fold, gramsOf } from '#store/grams.ts';

/** Suggestions of a year in a district: with ten times as many matters there are ten times as many years. */
export const mattersADay = 55;

/** The id of the n-th matter of a filled register. */
export function matterId(n: number): string {
  return `017a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** The stage of the n-th matter follows from its last digit; these two are in conversion and take reports of progress. */
export const inConversion = [5, 6];

/**
 * Fills a register with suggestions, three events each, past all actions: the rows are those that actions leave, only nobody waits for two
 * hundred thousand of them. Foreign keys are not asked meanwhile, and the index of the search is built afterwards in one piece.
 */
export async function fillRegister(admin: pg.ClientConfig, district: string, matters: number, say: (words: string) => void): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  const began = performance.now();
  try {
    await client.query(`set timezone = 'UTC'; set jit = off; set session_replication_role = replica; set maintenance_work_mem = '512MB'; set synchronous_commit = off; select setseed(0.42)`);
    const { rows: [index] } = await client.query<{ definition: string }>(`select pg_get_indexdef('search_doc_by_grams'::regclass) as definition`);
    await client.query('drop index search_doc_by_grams');
    await client.query(vocabulary);
    await client.query(fillMatters, [district, matters, mattersADay]);
    await client.query(fillEvents, [district]);
    await fillSearch(client, district);
    await client.query(index?.definition ?? '');
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
  say(`${matters.toLocaleString('en')} matters made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

const words = (text: string) => `string_to_array('${text.replaceAll(/\s+/g, ' ').trim()}', ' ')`;

/** Words as suggestions use them, the first the most often; village names of two free characters make the rare pairs. */
const vocabulary = `
  create function pg_temp.word(list text[]) returns text language sql volatile as $$ select list[1 + floor(power(random(), 2) * cardinality(list))::int] $$;
  create function pg_temp.village() returns text language sql volatile as $$
    select substr(chars, 1 + floor(random() * length(chars))::int, 1) || substr(chars, 1 + floor(random() * length(chars))::int, 1) || pg_temp.word(${words('村 庄 屯 埠 疃 社区')})
    from (values ('东西南北前后大小上下青岚泉岭溪桥湾岛沙岩松柏槐柳杨桃梅兰竹菊石金银铁玉瑶琴棋书画牧渔樵耕福禄寿喜安康宁和顺兴隆昌盛王李张刘陈孙周吴郑')) as given (chars)
  $$;
  create function pg_temp.sentence() returns text language sql volatile as $$
    select pg_temp.word(${words('目前 近年来 据群众反映 走访中发现 在办理过程中 每到汛期 上下班高峰 节假日期间 冬季供暖时 开学前后')}) || pg_temp.village()
      || pg_temp.word(${words('办事窗口 公交站台 老旧小区 农贸市场 企业车间 学校门口 卫生院 渔港码头 物流园区 养老驿站 充电车位 排水管网 图书馆 乡村道路 产业园区 口袋公园 菜市场 停车场')})
      || pg_temp.word(${words('材料重复提交 审批环节偏多 信息互不相通 设施年久失修 排队时间较长 标识不够清楚 管理责任不明 数据没有共享 政策知晓率低 服务半径过大 用地手续繁琐 人才留不住 融资成本偏高')}) || '，'
      || pg_temp.word(${words('建议由牵头部门统一受理 建议合并办理环节 建议推行容缺受理 建议建立共享台账 建议设置专人帮办 建议开通网上预约 建议增设无障碍坡道 建议延长服务时间 建议纳入年度改革任务 建议开展试点后推广')}) || '。'
  $$`;

const fillMatters = `
  insert into matter (district, id, mechanism, stage, number, year, version, title, lead_unit, units, due_on, facts, clocks, duties, links, doers, confined_to, filed_at, changed_at, is_sample, head, searched)
  select $1, ('017a0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'suggestion', stage, number, extract(year from day)::int, 3, title, unit, array[unit, 'approval'], day + 40,
    jsonb_build_object(
      'title', title, 'grounds', grounds, 'measure', measure, 'channel', channel, 'receivedOn', day, 'earliestOn', day, 'registeredOn', day + 1, 'proposerKind', (array['citizen', 'enterprise', 'grassrootsStaff', 'deputy'])[1 + n % 4],
      'identityMode', 'realHidden', 'town', '通济街道', 'field', field, 'decision', 'adopted', 'decidedOn', day + 20, 'leadUnit', unit, 'coUnits', jsonb_build_array('approval'), 'assignedOn', day + 22, 'dueOn', day + 40,
      'proposerName', jsonb_build_object('sealed', md5(n::text)), 'contact', jsonb_build_object('sealed', md5('c' || n))),
    jsonb_build_object('decision', jsonb_build_object('startOn', day, 'legal', false, 'budget', jsonb_build_object('n', 30, 'unit', 'workday'), 'pauses', '[]'::jsonb, 'extensions', '[]'::jsonb, 'stoppedOn', day + 20)),
    '[]', '[]', jsonb_build_object('register', 'holder-office-1', 'decide', 'holder-office-head'), null, day + interval '1 hour', day + interval '22 days', true,
    encode(sha256(convert_to('head ' || n, 'UTF8')), 'hex'), left(encode(sha256(convert_to(title || E'\\n' || number || E'\\n' || title || E'\\n' || grounds || E'\\n' || measure, 'UTF8')), 'base64'), 22)
  from (
    select n, '2020-01-01'::date + (n / $3::int) as day, 'JY-' || lpad(n::text, 7, '0') as number,
      '关于在' || pg_temp.village() || pg_temp.word(${words('推行 优化 简化 建立 完善 试点 规范')}) || pg_temp.word(${words('开办企业一窗受理 老旧小区改造 停车共享 渔获电子台账 工地扬尘联管 证照联办 校车线路 养老助餐 人才公寓配租 夜间经济 志愿者回馈 用地预审')}) || '的建议' as title,
      pg_temp.sentence() || pg_temp.sentence() as grounds, pg_temp.sentence() as measure,
      (array['submitted', 'registered', 'screening', 'adopted', 'assigned', 'implementing', 'implementing', 'implemented', 'commended', 'answered'])[1 + n % 10] as stage,
      (array['web', 'wechat', 'letter', 'phone', 'hotline'])[1 + (n / 10) % 5] as channel, (array['economy', 'society', 'culture', 'democracy', 'party', 'discipline'])[1 + (n / 50) % 6] as field,
      (array['transport', 'housing', 'market', 'education', 'health', 'agriculture', 'science', 'industry'])[1 + (n / 7) % 8] as unit
    from generate_series(0, $2::int - 1) as n) as made`;

const fillEvents = `
  insert into event (district, matter, mechanism, seq, action, at, by, from_stage, stage, set, said, reason, evidence, changes, is_sample, prev, hash)
  select $1, id, mechanism, seq, (array['submit', 'register', 'recordProgress'])[seq], filed_at + seq * interval '1 day', '{"kind": "post", "name": "改革办经办岗", "person": "holder-office-1", "post": "office-1", "unit": "reform-office"}',
    case when seq > 1 then 'registered' end, stage, case seq when 1 then facts - 'leadUnit' - 'coUnits' when 2 then jsonb_build_object('registeredOn', filed_at::date) else jsonb_build_object('leadUnit', facts -> 'leadUnit') end,
    '{}', null, '[]', '{}', true, md5(id::text || seq), case seq when 3 then head else md5(id::text || (seq + 1)) end
  from matter cross join generate_series(1, 3) as seq where district = $1`;

const searchedAtOnce = 4_000;

/** The words for the search as the store itself folds and pairs them; the server writes a part while the next is folded. */
async function fillSearch(client: pg.Client, district: string): Promise<void> {
  let written: Promise<unknown> = Promise.resolve();
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<{ id: string; title: string; words: string }>(
      `select id, title, concat_ws(E'\\n', number, facts ->> 'title', facts ->> 'grounds', facts ->> 'measure') as words from matter where district = $1 and id > $2 order by id limit $3`,
      [district, after, searchedAtOnce],
    );
    await written;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const docs = rows.map(({ id, title, words }) => ({ matter: id, words, folded: fold(words), grams: [...gramsOf(words), ...charactersOf(title)] }));
    written = client.query(
      `insert into search_doc (district, matter, mechanism, words, folded, grams)
       select $1, each.matter, 'suggestion', each.words, each.folded, array_to_tsvector(each.grams) from jsonb_to_recordset($2::jsonb) as each (matter uuid, words text, folded text, grams text[])`,
      [district, JSON.stringify(docs)],
    );
    written.catch(() => {});
  }
}
