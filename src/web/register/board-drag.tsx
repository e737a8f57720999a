import { useEffect, useRef, useState } from 'react';
import { Modal } from 'antd';
import { dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { fieldsOf } from '#kernel/input.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import { forgetAnswers } from '#web/ask.ts';
import { asProblem, call } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { tell } from '#web/shell/told.tsx';
import { useViewWords } from '#web/register/view-words.ts';
import { useReturningFocus } from '#web/shell/returning-focus.ts';
import { useWords } from '#web/words.ts';

/** What a card carries while it is dragged. */
export type Carried = { readonly id: string; readonly stage: string };

function isCarried(data: Readonly<Record<string | symbol, unknown>>): data is Carried {
  return typeof data['id'] === 'string' && typeof data['stage'] === 'string';
}

/** The actions that lead from one stage to another, as far as the declaration tells. */
function movesBetween(mechanism: AnyMechanism, from: string, to: string): readonly string[] {
  return Object.entries(mechanism.actions).flatMap(([name, action]) => (!action.hidden && action.from !== 'new' && action.from.includes(from) && [action.to ?? []].flat().includes(to) ? [name] : []));
}

/** A lane that takes cards: lit when an action leads to it from where the card comes, dimmed when none does. */
export function useLane(mechanism: AnyMechanism, stage: string, onDrop: (card: Carried, stage: string) => void) {
  const place = useRef<HTMLElement>(null);
  const [reach, setReach] = useState('');
  const take = useRef(onDrop);
  take.current = onDrop;
  useEffect(() => {
    if (!place.current) return undefined;
    const reachOf = (from: string) => (from === stage ? '' : movesBetween(mechanism, from, stage).length > 0 ? ' is-open' : ' is-shut');
    const stopWatching = monitorForElements({
      canMonitor: ({ source }) => isCarried(source.data),
      onDragStart: ({ source }) => isCarried(source.data) && setReach(reachOf(source.data.stage)),
      onDrop: () => setReach(''),
    });
    // Every other lane takes the card, the shut ones too: they say why not.
    const stopTaking = dropTargetForElements({
      element: place.current,
      canDrop: ({ source }) => isCarried(source.data) && source.data.stage !== stage,
      onDragEnter: ({ source }) => isCarried(source.data) && setReach(`${reachOf(source.data.stage)} is-over`),
      onDragLeave: ({ source }) => isCarried(source.data) && setReach(reachOf(source.data.stage)),
      onDrop: ({ source }) => isCarried(source.data) && take.current(source.data, stage),
    });
    return () => {
      stopWatching();
      stopTaking();
    };
  }, [mechanism, stage]);
  return { place, reach };
}

/** What a dropped card leads to: the one open action, done at once where it asks for nothing, its form otherwise; a choice where there are several; a refusal in words. */
export function useDrop(mechanism: AnyMechanism, onMove: (id: string, action: string) => void) {
  const t = useWords();
  const v = useViewWords();
  const language = useLanguage();
  const [refused, setRefused] = useState<string>();
  const [choice, setChoice] = useState<{ readonly id: string; readonly actions: readonly string[] }>();
  const { key } = mechanism.record;
  const forget = () => {
    setRefused(undefined);
    setChoice(undefined);
  };
  const take = async ({ id, stage }: Carried, to: string) => {
    forget();
    const name = mechanism.record.stages[to]?.name[language] ?? to;
    const moves = movesBetween(mechanism, stage, to);
    if (moves.length === 0) return setRefused(v('dropNowhere', { from: mechanism.record.stages[stage]?.name[language] ?? stage, to: name }));
    try {
      const matter = await call('GET /api/matters/:mechanism/:id', { params: { mechanism: key, id } });
      const offers = matter.offers.filter(({ action }) => moves.includes(action));
      const open = offers.filter((offer) => offer.open).map(({ action }) => action);
      const [only] = open;
      if (only === undefined) return setRefused(v('dropRefused', { to: name, why: offers.flatMap(({ obstacle }) => obstacle?.[language] ?? []).join(language === 'zh' ? '' : ' ') }));
      if (open.length > 1) return setChoice({ id, actions: open });
      const action = mechanism.actions[only];
      if (!action || asksForSomething(mechanism, action)) return onMove(id, only);
      await call('POST /api/matters/:mechanism/:id/actions/:action', { params: { mechanism: key, id, action: only }, body: { version: matter.version, input: {} } });
      await forgetAnswers();
      return tell(t('done', { action: action.name[language] }));
    } catch (error) {
      return setRefused(asProblem(error).words[language]);
    }
  };
  return { refused, choice, forget, take: (card: Carried, to: string) => void take(card, to) };
}

/** What needs a second thought is asked for it, even where it asks for nothing else. */
function asksForSomething(mechanism: AnyMechanism, action: Action): boolean {
  return action.tone === 'danger' || action.reason !== undefined || action.evidence !== undefined || fieldsOf(mechanism, action).length > 0;
}

/** Several actions lead there: which one is meant. */
export function ChooseMove({ mechanism, actions, onChoose, onClose }: { readonly mechanism: AnyMechanism; readonly actions: readonly string[]; readonly onChoose: (action: string) => void; readonly onClose: () => void }) {
  const v = useViewWords();
  const language = useLanguage();
  useReturningFocus();
  return (
    <Modal open title={v('dropWhich')} width={420} footer={null} onCancel={onClose}>
      <ul className="moves">
        {actions.map((action) => <li key={action}><button type="button" className="button" onClick={() => onChoose(action)}>{mechanism.actions[action]?.name[language] ?? action}</button>{mechanism.actions[action]?.help && <span className="move-obstacle">{mechanism.actions[action]?.help?.[language]}</span>}</li>)}
      </ul>
    </Modal>
  );
}
