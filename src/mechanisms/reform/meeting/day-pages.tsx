import { Link } from '@tanstack/react-router';
import { fill, type Text } from '#kernel/words.ts';
import { useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import type { PanelProps } from '#web/slots.ts';
import { useToday } from '#web/speech.ts';
import { decisionStates, outcomes } from '../meeting-words.ts';
import { agendaTimes } from './agenda-times.ts';
import './day.css';

const words = {
  title: { zh: '会议当天', en: 'The day of the meeting' },
  today: { zh: '今天召开', en: 'It is today' },
  when: { zh: '{day} {from}—{to}，{place}', en: '{day} {from}–{to}, {place}' },
  chair: { zh: '主持：{name}', en: 'Chair: {name}' },
  units: { zh: '参会单位：{names}', en: 'Units attending: {names}' },
  order: { zh: '序号', en: 'No.' },
  time: { zh: '时间', en: 'Time' },
  item: { zh: '议题', en: 'Item' },
  reporter: { zh: '汇报单位', en: 'Reported by' },
  outcome: { zh: '结果和决定', en: 'Outcome and decisions' },
  waits: { zh: '待议', en: 'to come' },
  decision: { zh: '{content}（{unit}，{due}，{state}）', en: '{content} ({unit}, {due}, {state})' },
  empty: { zh: '还没有列入议题。议题在“上会议题”台账里列入会议。', en: 'Nothing is on the agenda yet; items are put on it from their own register.' },
} as const satisfies Readonly<Record<string, Text>>;

interface Row { readonly orderNo?: number; readonly title?: string; readonly reporter?: string; readonly minutes?: number; readonly outcome?: keyof typeof outcomes; readonly note?: string }
interface Decision { readonly orderNo?: number; readonly content?: string; readonly unit?: string; readonly dueOn?: string; readonly state?: keyof typeof decisionStates }

/** The agenda in its order with times, who reports, what came of it and what was decided: the whole session on one screen. */
export function MeetingDay({ matter: { facts, names, stage }, speech }: PanelProps) {
  const language = useLanguage();
  const today = useToday();
  if (stage === 'cancelled') return null;
  const agenda = (facts['agenda'] ?? []) as readonly Row[]; // tables of these facts
  const decisions = (facts['decisions'] ?? []) as readonly Decision[];
  const times = agendaTimes(String(facts['startAt'] ?? '09:00'), agenda);
  const items = new Map(((facts['items'] ?? []) as readonly string[]).map((id) => [names.matters[id]?.title ?? '', id] as const));
  const units = ((facts['attendeeUnits'] ?? []) as readonly string[]).map(speech.unitName);
  const comma = language === 'zh' ? '、' : ', ';
  return (
    <Panel title={words.title[language]} more={facts['heldOn'] === today && <span className="tag is-open">{words.today[language]}</span>} flush>
      <p className="panel-note">
        {fill(words.when, { day: String(facts['heldOn'] ?? ''), from: String(facts['startAt'] ?? ''), to: times.at(-1)?.to ?? '', place: String(facts['place'] ?? '') })[language]}
        {facts['chair'] !== undefined && <><br />{fill(words.chair, { name: speech.personName(String(facts['chair'])) })[language]}</>}
        {units.length > 0 && <><br />{fill(words.units, { names: units.join(comma) })[language]}</>}
      </p>
      {agenda.length === 0 ? <p className="quiet panel-note">{words.empty[language]}</p> : (
        <div className="rows-scroll" tabIndex={0} role="region" aria-label={words.title[language]}>
          <table className="plain meeting-day">
            <thead><tr><th scope="col" className="is-number">{words.order[language]}</th>{[words.time, words.item, words.reporter, words.outcome].map((name) => <th key={name.en} scope="col">{name[language]}</th>)}</tr></thead>
            <tbody>
              {agenda.map(({ orderNo, title = '', reporter, outcome, note }, at) => {
                const id = items.get(title);
                const decided = decisions.filter((row) => row.orderNo === orderNo);
                return (
                  <tr key={orderNo}>
                    <td className="is-number">{orderNo}</td>
                    <td><time>{times[at]?.from}</time>—<time>{times[at]?.to}</time></td>
                    <th scope="row">{id !== undefined && names.matters[id]?.isOpen ? <Link to="/matters/$mechanism/$id" params={{ mechanism: 'agendaItem', id }}>{title}</Link> : title}</th>
                    <td>{reporter === undefined ? '' : speech.unitName(reporter)}</td>
                    <td>
                      {outcome === undefined ? <span className="quiet">{words.waits[language]}</span> : <strong>{outcomes[outcome][language]}</strong>}
                      {note !== undefined && <><br />{note}</>}
                      {decided.map(({ content = '', unit = '', dueOn = '', state }) => <span key={content}><br />{fill(words.decision, { content, unit: speech.unitName(unit), due: dueOn, state: state === undefined ? '' : decisionStates[state][language] })[language]}</span>)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
