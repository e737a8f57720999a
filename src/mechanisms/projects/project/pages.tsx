import type { Fact } from '#kernel/fact.ts';
import { fill, type Text } from '#kernel/words.ts';
import { ShowFact } from '#web/facts/show.tsx';
import { Panel } from '#web/matter/page.tsx';
import type { PanelProps } from '#web/slots.ts';
import { project } from './project.ts';
import { gates } from './stages.ts';
import { gateFacts, threeGates, type Gate, type Piece } from './three-gates.ts';

const words = {
  title: { zh: '三道关口', en: 'Three gates' },
  passed: { zh: '已过关', en: 'passed' },
  current: { zh: '正在这一关', en: 'at this gate' },
  ahead: { zh: '还没有到', en: 'ahead' },
  before: { zh: '平台启用前已过关，以转入时的审批材料为准。', en: 'Passed before the platform, by the papers with which it was taken over.' },
  met: { zh: '已有', en: 'there' },
  missing: { zh: '还缺', en: 'missing' },
  give: { zh: '由{by}办理“{action}”', en: '“{action}”, by {by}' },
} as const satisfies Readonly<Record<string, Text>>;

/** Due diligence, review, supervision: what each asks for, what is there, and whom to ask for the rest. */
export function ThreeGates({ matter, speech }: PanelProps) {
  const { language } = speech;
  return (
    <Panel title={words.title[language]}>
      <ol className="three-gates">
        {threeGates(matter, project.actions).map((gate) => (
          <li key={gate.key} className={`is-${gate.state}`}>
            <h3>{gates[gate.key][language]}<span className="tag is-plain">{words[gate.state][language]}{gate.on === undefined ? '' : ` ${gate.on}`}</span></h3>
            <Known gate={gate} matter={matter} speech={speech} />
            {gate.isBefore && <p className="quiet">{words.before[language]}</p>}
            <ul>
              {gate.pieces.map((piece, at) => (
                // Who gives several is named once, under the last of them.
                <Line key={`${piece.action} ${piece.name.zh}`} piece={piece} language={language} isTold={gate.state !== 'ahead' && !gate.pieces.slice(at + 1).some(({ met, action }) => !met && action === piece.action)} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Known({ gate, matter, speech }: { readonly gate: Gate } & Pick<PanelProps, 'matter' | 'speech'>) {
  const there = gateFacts[gate.key].filter((name) => matter.facts[name] !== undefined);
  if (there.length === 0) return null;
  return (
    <dl className="facts">
      {there.map((name) => (
        <div key={name}><dt>{project.record.facts[name]?.name[speech.language]}</dt><dd><ShowFact fact={project.record.facts[name] as Fact} value={matter.facts[name]} speech={speech} of={{ mechanism: 'project', id: matter.id }} /></dd></div>
      ))}
    </dl>
  );
}

function Line({ piece, language, isTold }: { readonly piece: Piece; readonly language: 'zh' | 'en'; readonly isTold: boolean }) {
  const by = { zh: piece.by.map(({ zh }) => zh).join('、'), en: piece.by.map(({ en }) => en).join(', ') };
  return (
    <li className={piece.met ? 'is-met' : 'is-missing'}>
      <span aria-hidden="true">{piece.met ? '✓' : '◇'}</span>
      <span>
        <span className="hidden-words">{words[piece.met ? 'met' : 'missing'][language]} </span>
        {piece.name[language]}
        {!piece.met && isTold && <small>{fill(words.give, { by, action: piece.actionName })[language]}</small>}
      </span>
    </li>
  );
}
