import { Link } from '@tanstack/react-router';
import type { Around as Found } from '#contract/beside-shapes.ts';
import type { Fact } from '#kernel/fact.ts';
import { factText } from '#kernel/kinds.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import { fill, type Language, type Text } from '#kernel/words.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { slotsOf, type PanelProps } from '#web/slots.ts';
import { speechOf } from '#web/speech.ts';

const words = {
  title: { zh: '相关台账', en: 'In other registers' },
  all: { zh: '全部{count}{counter}', en: 'All {count}' },
  none: { zh: '您能看到的台账里还没有它的记录', en: 'No register that you see names it yet' },
} as const satisfies Readonly<Record<string, Text>>;

/** So much is said of each beside its name. */
const saidOfEach = 3;

/** What other registers hold of a matter: who occupies a parcel, how an enterprise was classed; the latest of each, and the way to all of them. */
export function Around({ mechanism, matter, speech: { language } }: PanelProps) {
  const asked = useAsk('GET /api/matters/:mechanism/:id/around', { params: { mechanism: matter.mechanism, id: matter.id } });
  const { holds = [] } = slotsOf(mechanism);
  return (
    <Panel title={words.title[language]} flush>
      <Answered of={asked}>
        {({ groups }) => {
          const shown = groups.filter(({ mechanism: key }) => !holds.includes(key));
          return shown.length === 0 ? <Empty title={words.none[language]} /> : <ul className="around">{shown.map((group) => <Group key={`${group.mechanism}.${group.fact}`} group={group} of={matter.id} language={language} />)}</ul>;
        }}
      </Answered>
    </Panel>
  );
}

function Group({ group: { mechanism: key, fact, total, rows, names }, of, language }: { readonly group: Found['groups'][number]; readonly of: string; readonly language: Language }) {
  const record = findMechanism(key)?.record;
  if (!record) return null;
  const speech = speechOf(names, language);
  const said = record.list.filter((name) => name !== record.title && name !== fact).flatMap((name) => (record.facts[name] ? [[name, record.facts[name]] as const] : [])).slice(0, saidOfEach);
  return (
    <li>
      <p className="around-head">
        <strong>{nameOf(record, fact)[language]}</strong>
        <Link to="/matters/$mechanism" params={{ mechanism: key }} search={{ [`f.${fact}`]: of }}>{fill(words.all, { count: numberWords(total, language), counter: record.counter })[language]}</Link>
      </p>
      <ul>
        {rows.map(({ id, number, title, stage, facts }) => (
          <li key={id}>
            <Link to="/matters/$mechanism/$id" params={{ mechanism: key, id }}>{[number, title].filter(Boolean).join(' ')}</Link> <StageTag record={record} stage={stage} />
            <span className="around-said">{said.flatMap(([name, each]) => (facts[name] === undefined ? [] : [`${each.name[language]}${language === 'zh' ? '：' : ': '}${factText(each, facts[name], speech)}`])).join(language === 'zh' ? '；' : '; ')}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** A register that names a matter in several ways says in which: projects by their investor, and by their company. */
function nameOf(record: AnyRecord, fact: string): Text {
  const named = record.facts[fact] as Fact;
  const several = Object.values(record.facts).filter((other) => other.kind === 'matter' && other.mechanism === named.mechanism && other.indexed).length > 1;
  return several ? { zh: `${record.name.zh}（${named.name.zh}）`, en: `${record.name.en} (${named.name.en})` } : record.name;
}
