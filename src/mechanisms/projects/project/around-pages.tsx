import { Link } from '@tanstack/react-router';
import type { Text } from '#kernel/words.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { useAsk } from '#web/ask.ts';
import { Panel } from '#web/matter/page.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import type { PanelProps } from '#web/slots.ts';

const words = {
  title: { zh: '三关办理', en: 'What the gates have made of it' },
  matter: { zh: '事项', en: 'Matter' },
  stage: { zh: '进度', en: 'Where it stands' },
  due: { zh: '到期', en: 'Due' },
  more: { zh: '共{count}件，到台账看全部', en: 'All {count} in the register' },
} as const satisfies Readonly<Record<string, Text>>;

/** The registers that name a project, in the order of its gates. */
const registers = ['dueDiligence', 'reviewMeeting', 'obligation', 'supervision', 'landCommitment'] as const;
const most = 20;

/** Investigations, reviews, promises and conditions, supervision and land of a project, as far as the reader may see them. */
export function AroundIt({ matter, speech: { language } }: PanelProps) {
  return (
    <Panel title={words.title[language]} flush>
      <div className="rows-scroll">
        <table className="plain">
          <thead><tr>{(['matter', 'stage', 'due'] as const).map((key) => <th key={key} scope="col">{words[key][language]}</th>)}</tr></thead>
          {registers.map((register) => <Register key={register} register={register} project={matter.id} language={language} />)}
        </table>
      </div>
    </Panel>
  );
}

function Register({ register, project, language }: { readonly register: string; readonly project: string; readonly language: 'zh' | 'en' }) {
  const record = findMechanism(register)?.record;
  const { data } = useAsk('GET /api/matters/:mechanism', { params: { mechanism: register }, query: { 'f.project': project, order: 'filedAt', size: String(most) } });
  if (!record || !data || data.rows.length === 0) return null;
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={3}>{record.name[language]}</th></tr>
      {data.rows.map(({ id, number, title, stage, dueOn }) => (
        <tr key={id}>
          <td><Link to="/matters/$mechanism/$id" params={{ mechanism: register, id }}>{[number, title].filter(Boolean).join(' ')}</Link></td>
          <td><StageTag record={record} stage={stage} /></td>
          <td className="numbers">{dueOn ?? ''}</td>
        </tr>
      ))}
      {data.total > most && <tr><td colSpan={3}><Link to="/matters/$mechanism" params={{ mechanism: register }} search={{ 'f.project': project }}>{words.more[language].replace('{count}', String(data.total))}</Link></td></tr>}
    </tbody>
  );
}
