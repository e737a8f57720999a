import { Link } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { Line } from '#contract/beside-shapes.ts';
import type { MatterPage } from '#contract/shapes.ts';
import { useAsk } from '#web/ask.ts';
import { useLanguage } from '#web/language.ts';
import { columnsOf } from '#web/matter/line-columns.ts';
import { lightWords, lightWordsOf } from '#contract/light-words.ts';
import { LightMark } from '#web/matter/light.tsx';
import { Panel } from '#web/matter/page.tsx';
import { usePageWords } from '#web/matter/page-words.ts';
import { StageTag } from '#web/matter/stage-tag.tsx';

/** The line from need to result: what came first stands first, and each card says by which tie it hangs on what came before. */
export function LineOf({ matter }: { readonly matter: MatterPage }) {
  const p = usePageWords();
  const { data: line } = useAsk('GET /api/matters/:mechanism/:id/line', { params: { mechanism: matter.mechanism, id: matter.id } }, { enabled: matter.links.length > 0 });
  if (!line || line.nodes.length < 2) return null;
  const columns = columnsOf(line);
  return (
    <Panel title={p('line')}>
      <p className="quiet line-help">{p('lineHelp')}</p>
      <ol className="line" tabIndex={0}>
        {columns.map((nodes, index) => (
          <li key={nodes[0]?.id} aria-label={p('lineStep', { step: index + 1 })}>
            <Column nodes={nodes} line={line} />
          </li>
        ))}
      </ol>
      {line.isMore && <p className="quiet">{p('lineMore')}</p>}
    </Panel>
  );
}

const mostInSight = 6;

/** The nearest in sight, the others folded away: what a meeting decided at once would push everything else off the page. */
function Column({ nodes, line }: { readonly nodes: readonly Line['nodes'][number][]; readonly line: Line }) {
  const p = usePageWords();
  const nearest = nodes.toSorted((a, b) => a.away - b.away);
  const folded = nearest.slice(mostInSight);
  const cards = (some: typeof nodes) => <ul>{some.map((node) => <Node key={node.id} node={node} line={line} />)}</ul>;
  if (folded.length < 2) return cards(nodes);
  return (
    <>
      {cards(nearest.slice(0, mostInSight))}
      <details className="line-folded"><summary>{p('lineFolded', { count: folded.length })}</summary>{cards(folded)}</details>
    </>
  );
}

const mostTies = 3;

function Node({ node, line }: { readonly node: Line['nodes'][number]; readonly line: Line }) {
  const p = usePageWords();
  const language = useLanguage();
  const record = findMechanism(node.mechanism)?.record;
  const earlier = new Map(line.nodes.filter((other) => other.filedAt < node.filedAt).map((other) => [other.id, other]));
  const ties = line.ties.flatMap(({ type, mechanism, from, to }) => {
    const declared = findMechanism(mechanism)?.record.links[type];
    const other = earlier.get(from === node.id ? to : to === node.id ? from : '');
    return declared && other ? [{ key: `${type}${other.id}`, name: (from === node.id ? declared.name : declared.back)[language], other: other.number ?? other.title }] : [];
  });
  return (
    <li className={node.away === 0 ? 'line-node is-here' : 'line-node'} aria-current={node.away === 0 ? 'true' : undefined}>
      <span className="line-register">{record?.name[language]}{node.away === 0 && <b> · {p('lineHere')}</b>}</span>
      {node.away === 0 ? <span className="line-title">{[node.number, node.title].filter(Boolean).join(' ')}</span> : <Link className="line-title" to="/matters/$mechanism/$id" params={{ mechanism: node.mechanism, id: node.id }}>{[node.number, node.title].filter(Boolean).join(' ')}</Link>}
      <span className="line-marks"><StageTag record={record} stage={node.stage} />{node.light !== 'grey' && <LightMark light={node.light} words={record ? lightWordsOf(record) : lightWords} />}</span>
      {ties.slice(0, mostTies).map(({ key, name, other }) => <span key={key} className="line-tie">{name}{language === 'zh' ? '：' : ': '}{other}</span>)}
      {ties.length > mostTies && <span className="line-tie">{p('lineTies', { count: ties.length - mostTies })}</span>}
    </li>
  );
}
