import { Link } from '@tanstack/react-router';
import { fill, type Text } from '#kernel/words.ts';
import { Panel } from '#web/matter/page.tsx';
import type { PanelProps } from '#web/slots.ts';
import { ways, type Way } from '../evaluation-words.ts';
import { besideOf, ClassMark, WorkingOf, workedOf } from '../working-pages.tsx';

const words = {
  title: { zh: '结果和全部算式', en: 'The result with all of its working' },
  lead: { zh: '每项得分＝指标值÷基准值×权重，不超过封顶；各项相加，加分减扣分，再按分档、约束、否决定类。', en: 'Each item is value ÷ benchmark × weight, up to the cap; added up, with bonus and deduction, then classed by cut-offs, guards and vetoes.' },
  until: { zh: '公示到{day}，可以提出异议。', en: 'Public until {day}; you may object.' },
  counts: { zh: '按{way}计入。', en: 'It counts as evaluated {way}.' },
  beside: { zh: '{way}（对照）', en: 'Evaluated {way}, for comparison' },
  besideLead: { zh: '用同样的基准值、平均得分和分数线另算一遍，不排名次，不改变任何企业的结果。', en: 'Worked out by the same benchmarks, means and cuts, without a rank; nobody’s result changes for it.' },
  joint: { zh: '打开合并评价', en: 'Open the joint evaluation' },
} as const satisfies Readonly<Record<string, Text>>;

const named = { own: { zh: ways.own.zh, en: 'by itself' }, joint: { zh: ways.joint.zh, en: 'together' } } as const satisfies Readonly<Record<Way, Text>>;
const otherWay = { own: 'joint', joint: 'own' } as const satisfies Readonly<Record<Way, Way>>;

/** How one enterprise came by its class. */
export function Working({ matter: { facts, stage }, speech: { language } }: PanelProps) {
  const worked = workedOf(facts);
  if (!worked) return null;
  const way = facts['way'] as Way | undefined;
  return (
    <Panel title={words.title[language]}>
      <ClassMark worked={worked} language={language} />
      {way !== undefined && <p><strong>{fill(words.counts, { way: named[way] })[language]}</strong></p>}
      <p className="quiet">{words.lead[language]}</p>
      {stage === 'public' && facts['publicTo'] !== undefined && <p>{fill(words.until, { day: String(facts['publicTo']) })[language]}</p>}
      <WorkingOf worked={worked} cycle={String(facts['cycle'])} label={words.title[language]} language={language} />
    </Panel>
  );
}

/** The other way, of whoever is in a joint evaluation: by itself where the group counts, together where it does not. */
export function WorkingBeside({ matter: { facts }, speech: { language } }: PanelProps) {
  const [worked, way] = [besideOf(facts), facts['way'] as Way | undefined];
  if (!worked || way === undefined) return null;
  const title = fill(words.beside, { way: named[otherWay[way]] })[language];
  return (
    <Panel title={title} more={<Link to="/matters/$mechanism/$id" params={{ mechanism: 'jointEvaluation', id: String(facts['joint']) }}>{words.joint[language]}</Link>}>
      <ClassMark worked={worked} language={language} />
      <p className="quiet">{words.besideLead[language]}</p>
      <WorkingOf worked={worked} cycle={String(facts['cycle'])} label={title} language={language} />
    </Panel>
  );
}
