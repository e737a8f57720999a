import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MatterList } from '#contract/shapes.ts';
import { fill, type Language, type Text } from '#kernel/words.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { call } from '#web/client.ts';
import { Panel } from '#web/matter/page.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { seesRegister, seesWholeRegister, useSignedIn } from '#web/session.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import type { PanelProps } from '#web/slots.ts';

const words = {
  title: { zh: '三关办理', en: 'What the gates have made of it' },
  matter: { zh: '事项', en: 'Matter' },
  stage: { zh: '进度', en: 'Where it stands' },
  due: { zh: '到期', en: 'Due' },
  more: { zh: '共{count}件，到台账看全部', en: 'All {count} in the register' },
  none: { zh: '三关还没有开始办理', en: 'The gates have not begun' },
  noneHelp: { zh: '项目进入尽调后，尽职调查、评审、监管事项会列在这里；现在缺什么，看上面的“三道关口”。', en: 'Due diligence, reviews and supervision will be listed here as they begin; what is missing now stands under “Three gates” above.' },
  nonePermitted: { zh: '没有您可以查看的事项', en: 'Nothing here that you may open' },
} as const satisfies Readonly<Record<string, Text>>;

/** The registers that name a project, in the order of its gates. */
const registers = ['dueDiligence', 'reviewMeeting', 'obligation', 'supervision', 'landCommitment'] as const;
const most = 20;

/** Investigations, reviews, promises and conditions, supervision and land of a project, as far as the reader may see them. */
export function AroundIt({ matter: { id: project }, speech: { language } }: PanelProps) {
  const signedIn = useSignedIn();
  const records = registers.flatMap((key) => findMechanism(key)?.record ?? []);
  const seen = records.filter((record) => seesRegister(record, signedIn)).map(({ key }) => key);
  const seesAll = records.every((record) => seesWholeRegister(record, signedIn));
  const asked = useQuery({
    queryKey: ['GET /api/matters/:mechanism', { around: project }, seen],
    queryFn: ({ signal }) => Promise.all(seen.map(async (register) => ({ register, list: await call('GET /api/matters/:mechanism', { params: { mechanism: register }, query: { 'f.project': project, order: 'filedAt', size: String(most) } as never, signal }) }))),
  });
  if (seen.length === 0) return null;
  return (
    <Panel title={words.title[language]} flush>
      <Answered of={asked}>
        {(all) => {
          const held = all.filter(({ list }) => list.rows.length > 0);
          if (held.length === 0) return seesAll ? <Empty title={words.none[language]}>{words.noneHelp[language]}</Empty> : <Empty title={words.nonePermitted[language]} />;
          return (
            <div className="rows-scroll">
              <table className="plain">
                <thead><tr>{(['matter', 'stage', 'due'] as const).map((key) => <th key={key} scope="col">{words[key][language]}</th>)}</tr></thead>
                {held.map(({ register, list }) => <Register key={register} register={register} list={list} project={project} language={language} />)}
              </table>
            </div>
          );
        }}
      </Answered>
    </Panel>
  );
}

function Register({ register, list: { rows, total }, project, language }: { readonly register: string; readonly list: MatterList; readonly project: string; readonly language: Language }) {
  const record = findMechanism(register)?.record;
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={3}>{record?.name[language]}</th></tr>
      {rows.map(({ id, number, title, stage, dueOn }) => (
        <tr key={id}>
          <td><Link to="/matters/$mechanism/$id" params={{ mechanism: register, id }}>{[number, title].filter(Boolean).join(' ')}</Link></td>
          <td><StageTag record={record} stage={stage} /></td>
          <td className="numbers">{dueOn ?? '—'}</td>
        </tr>
      ))}
      {total > most && <tr><td colSpan={3}><Link to="/matters/$mechanism" params={{ mechanism: register }} search={{ 'f.project': project }}>{fill(words.more, { count: total })[language]}</Link></td></tr>}
    </tbody>
  );
}
