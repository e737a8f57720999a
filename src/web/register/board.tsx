import { useEffect, useId, useRef, useState } from 'react';
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { Link } from '@tanstack/react-router';
import type { Board as Answer, Card, MatterPage, Names } from '#contract/shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import type { Search } from '#web/router.tsx';
import { ActionDialog } from '#web/matter/action.tsx';
import { clockTone, clockWords } from '#web/matter/clock-words.ts';
import { filtersIn, isFiltered } from '#web/register/address.ts';
import { ChooseMove, useDrop, useLane, type Carried } from '#web/register/board-drag.tsx';
import { useRegisterWords } from '#web/register/words.ts';
import { lightWordsOf } from '#contract/light-words.ts';
import { LightMark } from '#web/matter/light.tsx';
import { useViewWords } from '#web/register/view-words.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { Menu } from '#web/shell/menu.tsx';
import { useWords } from '#web/words.ts';
import './views.css';

interface BoardProps {
  readonly mechanism: AnyMechanism;
  readonly search: Search;
  readonly change: (changed: Search) => void;
}

/** 看板: a register by stage. Cards go on by the ordinary actions, dragged or chosen from a menu; nothing gets past a gate. */
export function Board({ mechanism, search, change }: BoardProps) {
  const t = useRegisterWords();
  const [move, setMove] = useState<{ readonly id: string; readonly action: string }>();
  const begin = (id: string, action: string) => setMove({ id, action });
  const board = useAsk('GET /api/matters/:mechanism/board', { params: { mechanism: mechanism.record.key }, query: filtersIn(search) }, { keep: true });
  const drop = useDrop(mechanism, begin);
  return (
    <>
      {drop.refused && <p className="refused board-refused" role="alert">{drop.refused} <button type="button" className="button is-quiet" onClick={drop.forget}>{t('close')}</button></p>}
      <Answered of={board}>{(answer) => <Lanes mechanism={mechanism} search={search} change={change} board={answer} onMove={begin} onDrop={drop.take} />}</Answered>
      {drop.choice && <ChooseMove mechanism={mechanism} actions={drop.choice.actions} onChoose={(action) => { drop.forget(); begin(drop.choice?.id ?? '', action); }} onClose={drop.forget} />}
      {move && <Move key={`${move.id}/${move.action}`} mechanism={mechanism} id={move.id} name={move.action} onClose={() => setMove(undefined)} />}
    </>
  );
}

type OnMove = (id: string, action: string) => void;
type OnDrop = (card: Carried, stage: string) => void;

function Lanes({ mechanism, search, change, board, onMove, onDrop }: BoardProps & { readonly board: Answer; readonly onMove: OnMove; readonly onDrop: OnDrop }) {
  const t = useWords();
  const v = useViewWords();
  const language = useLanguage();
  const { stages } = mechanism.record;
  if (board.columns.every(({ total }) => total === 0)) {
    return isFiltered(search) ? <Empty title={t('nothingFound')}>{t('nothingFoundHelp')}</Empty> : <Empty title={t('registerEmpty')}>{t('registerEmptyWait')}</Empty>;
  }
  const wanted = board.columns.find(({ stage }) => stage === search['column']) ?? board.columns.find(({ total }) => total > 0);
  return (
    <>
      <p className="board-picker">
        <label className="labelled">
          <span>{v('stagePicked')}</span>
          <select className="control" value={wanted?.stage} onChange={(event) => change({ column: event.target.value })}>
            {board.columns.map(({ stage, total }) => <option key={stage} value={stage}>{v('stageCount', { stage: stages[stage]?.name[language] ?? stage, count: total })}</option>)}
          </select>
        </label>
      </p>
      <div className="board" role="group" aria-label={v('board')} tabIndex={0}>
        {board.columns.map((column) => <Lane key={column.stage} mechanism={mechanism} search={search} column={column} names={board.names} isChosen={column === wanted} onMove={onMove} onDrop={onDrop} />)}
      </div>
    </>
  );
}

function Lane({ mechanism, search, column, names, isChosen, onMove, onDrop }: { readonly mechanism: AnyMechanism; readonly search: Search; readonly column: Answer['columns'][number]; readonly names: Names; readonly isChosen: boolean; readonly onMove: OnMove; readonly onDrop: OnDrop }) {
  const v = useViewWords();
  const language = useLanguage();
  const id = useId();
  const { key, stages } = mechanism.record;
  const stage = stages[column.stage]?.name[language] ?? column.stage;
  const toList = { to: '/matters/$mechanism', params: { mechanism: key }, search: { ...filtersIn(search), stage: column.stage } } as const;
  const rest = column.total - column.cards.length;
  const { place, reach } = useLane(mechanism, column.stage, onDrop);
  return (
    <section ref={place} className={`lane${isChosen ? ' is-chosen' : ''}${reach}`} aria-labelledby={id}>
      <div className="lane-head">
        <h2 id={id}>{stage}</h2>
        <Link {...toList} className="lane-count" aria-label={v('laneTotal', { stage, count: numberWords(column.total, language) })}>{numberWords(column.total, language)}</Link>
      </div>
      {column.cards.length === 0 && <p className="lane-empty">{v('laneEmpty')}</p>}
      <ul>{column.cards.map((card) => <Ticket key={card.id} mechanism={mechanism} card={card} names={names} onMove={onMove} />)}</ul>
      {rest > 0 && <p className="lane-rest"><Link {...toList}>{v('laneRest', { count: numberWords(rest, language) })}</Link></p>}
    </section>
  );
}

function Ticket({ mechanism, card, names, onMove }: { readonly mechanism: AnyMechanism; readonly card: Card; readonly names: Names; readonly onMove: OnMove }) {
  const t = useWords();
  const v = useViewWords();
  const language = useLanguage();
  const title = card.title || t('untitled');
  const menu = useRef<HTMLSpanElement>(null);
  const ticket = useRef<HTMLLIElement>(null);
  useEffect(() => (ticket.current ? draggable({ element: ticket.current, getInitialData: () => ({ id: card.id, stage: card.stage } satisfies Carried) }) : undefined), [card.id, card.stage]);
  const unit = card.leadUnit === null ? undefined : (names.units[card.leadUnit] ?? card.leadUnit);
  return (
    <li className="ticket" ref={ticket}>
      {card.number && <span className="ticket-number">{card.number}</span>}
      <Link className="ticket-title" to="/matters/$mechanism/$id" params={{ mechanism: card.mechanism, id: card.id }}>{title}</Link>
      {card.clock && (
        <span className="ticket-marks">
          <span className={`tag ${clockTone(card.clock)}`}>{clockWords(card.clock, language)}</span>
          {card.dueOn && <LightMark light={card.light} words={lightWordsOf(mechanism.record)} />}
        </span>
      )}
      <span className="ticket-foot" ref={menu}>
        {mechanism.record.lead !== undefined && <span className={unit ? 'ticket-unit' : 'ticket-unit quiet'}>{unit ?? v('noLead')}</span>}
        <Menu className="button is-quiet" label={v('moveOf', { title })} face={<>{v('moveTo')}<span aria-hidden="true"> ▾</span></>}>
          {(close) => (
            <Moves
              mechanism={mechanism}
              id={card.id}
              onChoose={(action) => {
                // What was chosen is gone once the menu closes; its button stays.
                menu.current?.querySelector<HTMLElement>('.menu > button')?.focus();
                close();
                onMove(card.id, action);
              }}
            />
          )}
        </Menu>
      </span>
    </li>
  );
}

/** The actions that lead to another stage: the open ones to choose from, the others with what stands in their way. */
function Moves({ mechanism, id, onChoose }: { readonly mechanism: AnyMechanism; readonly id: string; readonly onChoose: (action: string) => void }) {
  const asked = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism: mechanism.record.key, id } });
  return <Answered of={asked}>{(matter) => <MoveList mechanism={mechanism} matter={matter} onChoose={onChoose} />}</Answered>;
}

function MoveList({ mechanism, matter, onChoose }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage; readonly onChoose: (action: string) => void }) {
  const v = useViewWords();
  const language = useLanguage();
  const id = useId();
  const moves = matter.offers
    .map((offer) => ({ ...offer, leadsTo: [mechanism.actions[offer.action]?.to ?? []].flat().filter((stage) => stage !== matter.stage) }))
    .filter(({ leadsTo }) => leadsTo.length > 0)
    .toSorted((one, other) => Number(other.open) - Number(one.open));
  if (moves.length === 0) return <p className="menu-empty">{v('noMoves')}</p>;
  return (
    <ul className="moves">
      {moves.map(({ action, open, obstacle, leadsTo }) => (
        <li key={action}>
          <button type="button" className="button" aria-disabled={!open} aria-describedby={open ? undefined : `${id}-${action}`} onClick={() => open && onChoose(action)}>
            {v('moveBy', { stages: leadsTo.map((stage) => mechanism.record.stages[stage]?.name[language] ?? stage).join(language === 'zh' ? '、' : ' / '), action: mechanism.actions[action]?.name[language] ?? action })}
          </button>
          {!open && <span id={`${id}-${action}`} className="move-obstacle">{obstacle?.[language]}</span>}
        </li>
      ))}
    </ul>
  );
}

function Move({ mechanism, id, name, onClose }: { readonly mechanism: AnyMechanism; readonly id: string; readonly name: string; readonly onClose: () => void }) {
  const { data: matter } = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism: mechanism.record.key, id } });
  const action = mechanism.actions[name];
  return matter && action ? <ActionDialog mechanism={mechanism} matter={matter} name={name} action={action} prefill={noPrefill} onClose={onClose} /> : null;
}

const noPrefill = {};
