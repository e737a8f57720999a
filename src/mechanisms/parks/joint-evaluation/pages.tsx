import { Link } from '@tanstack/react-router';
import { useAsk } from '#web/ask.ts';
import type { Text } from '#kernel/words.ts';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered } from '#web/shell/faces.tsx';
import type { PanelProps } from '#web/slots.ts';
import { classNames, quantityNames, type ClassName, type Way } from '../evaluation-words.ts';
import { besideOf, ClassMark, WorkingOf, workedOf } from '../working-pages.tsx';

const words = {
  both: { zh: '独立评价和合并评价', en: 'By itself and together' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  class: { zh: '类别', en: 'Class' },
  points: { zh: '总分', en: 'Points' },
  whole: { zh: '合并', en: 'Together' },
  jointCounts: { zh: '按合并评价计入：成员都用这一组的类别，排序时这一组算一家。', en: 'The joint evaluation counts: all members carry its class, and it is one among the ranked.' },
  ownCounts: { zh: '只作对照：成员各用独立评价的类别，这一组不排名。', en: 'For comparison alone: each member carries its own class, and the group has no rank.' },
  added: { zh: '分子、分母怎么加的', en: 'What is added up' },
  addedLead: { zh: '各成员的数相加，再用合计算指标值，不是各家指标值的平均。', en: 'The members’ data are added up and the values taken of the sums; it is no mean of their values.' },
  quantity: { zh: '项目', en: 'Quantity' },
  sum: { zh: '合计', en: 'Sum' },
  of: { zh: '有数据的成员', en: 'Members that have it' },
  working: { zh: '合并评价的全部算式', en: 'The working of the joint evaluation' },
} as const satisfies Readonly<Record<string, Text>>;

interface Added {
  readonly quantity: keyof typeof quantityNames;
  readonly value: number;
  readonly of: number;
}

/** The sheets of the members as far as this reader may see them; every one has both ways. */
function useSheets(id: string, isShown: boolean) {
  return useAsk('GET /api/matters/:mechanism', { params: { mechanism: 'evaluationSheet' }, query: { 'f.joint': id, cols: 'class,points,besideClass,besidePoints', size: '200' } as never }, { enabled: isShown });
}

/** Each member by itself, and all of them together. */
export function BothWays({ matter, speech: { language } }: PanelProps) {
  const { facts } = matter;
  const isShown = facts['class'] !== undefined;
  const asked = useSheets(matter.id, isShown);
  if (!isShown) return null;
  const way = facts['way'] as Way;
  const line = (band: unknown, points: unknown) => (
    <>
      <td><span className={`tag class-${String(band)}`}>{classNames[band as ClassName]?.[language]}</span></td>
      <td className="is-number">{Number(points ?? 0).toFixed(2)}</td>
    </>
  );
  return (
    <Panel title={words.both[language]} flush>
      <p className="panel-note">{(way === 'joint' ? words.jointCounts : words.ownCounts)[language]}</p>
      <Answered of={asked}>
        {({ rows }) => (
          <div className="rows-scroll" role="group" aria-label={words.both[language]} tabIndex={0}>
            <table className="plain">
              <thead><tr><th scope="col">{words.enterprise[language]}</th><th scope="col">{words.class[language]}</th><th scope="col" className="is-number">{words.points[language]}</th></tr></thead>
              <tbody>
                {rows.map(({ id, title, facts: sheet }) => (
                  <tr key={id}>
                    <th scope="row"><Link to="/matters/$mechanism/$id" params={{ mechanism: 'evaluationSheet', id }}>{title}</Link></th>
                    {way === 'joint' ? line(sheet['besideClass'], sheet['besidePoints']) : line(sheet['class'], sheet['points'])}
                  </tr>
                ))}
              </tbody>
              <tfoot><tr><th scope="row">{words.whole[language]}</th>{line(facts['class'], facts['points'])}</tr></tfoot>
            </table>
          </div>
        )}
      </Answered>
    </Panel>
  );
}

/** The sums, quantity by quantity. */
export function AddedUp({ matter: { facts }, speech: { language } }: PanelProps) {
  const rows = (facts['added'] ?? []) as readonly Added[];
  const members = ((facts['members'] ?? []) as readonly string[]).length;
  if (rows.length === 0) return null;
  return (
    <Panel title={words.added[language]} flush>
      <p className="panel-note">{words.addedLead[language]}</p>
      <div className="rows-scroll" role="group" aria-label={words.added[language]} tabIndex={0}>
        <table className="plain">
          <thead><tr><th scope="col">{words.quantity[language]}</th><th scope="col" className="is-number">{words.sum[language]}</th><th scope="col" className="is-number">{words.of[language]}</th></tr></thead>
          <tbody>{rows.map(({ quantity, value, of }) => <tr key={quantity}><th scope="row">{quantityNames[quantity][language]}</th><td className="is-number">{numberWords(value, language)}</td><td className="is-number">{of} / {members}</td></tr>)}</tbody>
        </table>
      </div>
    </Panel>
  );
}

/** The working of the group, as the sheets of its members hold it. */
export function JointWorking({ matter, speech: { language } }: PanelProps) {
  const { facts } = matter;
  const isShown = facts['class'] !== undefined;
  const asked = useSheets(matter.id, isShown);
  const first = asked.data?.rows[0]?.id;
  const sheet = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism: 'evaluationSheet', id: first ?? '' } }, { enabled: first !== undefined });
  if (!isShown || first === undefined) return null;
  return (
    <Panel title={words.working[language]}>
      <Answered of={sheet}>
        {({ facts: of }) => {
          const worked = facts['way'] === 'joint' ? workedOf(of) : besideOf(of);
          return worked ? <><ClassMark worked={worked} language={language} /><WorkingOf worked={worked} cycle={String(facts['cycle'])} label={words.working[language]} language={language} /></> : null;
        }}
      </Answered>
    </Panel>
  );
}
