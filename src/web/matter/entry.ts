import { useEffect, useMemo, useRef, useState } from 'react';
import type { Evidence, Fact } from '#kernel/fact.ts';
import { fieldsOf } from '#kernel/input.ts';
import { requiredWords, type Hearing } from '#kernel/kind.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { asProblem, newKey, type Problem } from '#web/client.ts';
import { keepHere, type Kept, type Keeping } from '#web/matter/local-drafts.ts';
import { typings } from '#web/facts/typing.ts';

/** One field of a form: a fact asked for, or the reason or the evidence of an action. */
export interface EntryField {
  readonly name: string;
  readonly fact: Fact;
  readonly must: boolean;
}

/** A form being filled in: what was typed, what is wrong with it, and how it is handed in. */
export interface Entry {
  readonly fields: readonly EntryField[];
  readonly typed: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, Text>>;
  readonly failure: Problem | undefined;
  readonly busy: boolean;
  /** What was typed some other time and not handed in. */
  readonly draft: { readonly at: string; take(): void; drop(): void } | undefined;
  /** Where what is typed was kept last; nothing before the first key. */
  readonly kept: Kept | undefined;
  /** When that was; nothing while it is not kept. */
  readonly savedAt: string | undefined;
  /** The name of the form in this browser; none where nothing may wait there. */
  readonly form: string | undefined;
  /** Something was typed and not handed in. */
  readonly isTouched: boolean;
  type(name: string, typed: unknown): void;
  handIn(): Promise<boolean>;
}

/** The fields of an action, its reason and its evidence among them. */
export function entryFields(mechanism: AnyMechanism, action: Action): readonly EntryField[] {
  const fields: EntryField[] = fieldsOf(mechanism, action).map(({ name, fact, must }) => ({ name, fact, must }));
  if (action.reason !== undefined) {
    const help = action.reason > 0 ? { zh: `不少于 ${action.reason} 个字`, en: `At least ${action.reason} characters` } : undefined;
    fields.push({ name: 'reason', must: action.reason > 0, fact: { kind: 'longText', name: { zh: '理由', en: 'Reason' }, min: action.reason, max: 2000, ...(help ? { help } : {}) } });
  }
  if (action.evidence !== undefined) {
    const help = action.evidence > 0 ? { zh: `至少 ${action.evidence} 份`, en: `At least ${action.evidence} piece(s)` } : undefined;
    fields.push({ name: 'evidence', must: action.evidence > 0, fact: { kind: 'evidence', name: { zh: '佐证材料', en: 'Evidence' }, min: action.evidence, ...(help ? { help } : {}) } });
  }
  return fields;
}

/** Fills in an action: drafts are kept as typed, everything wrong is said at once, and what was typed survives every refusal. */
export function useEntry(options: {
  readonly mechanism: AnyMechanism;
  readonly action: Action;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly prefill?: Readonly<Record<string, unknown>>;
  /** Where what is typed is kept; the same for as long as the form is the same. A key alone means in the browser. */
  readonly keeping?: Keeping;
  readonly draftKey?: string;
  readonly hearing: Hearing;
  readonly send: (input: Readonly<Record<string, unknown>>, idempotencyKey: string) => Promise<void>;
}): Entry {
  const { mechanism, action, facts, prefill, keeping, draftKey, hearing, send } = options;
  const fields = useMemo(() => entryFields(mechanism, action), [mechanism, action]);
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>(() => known(fields, { ...facts, ...prefill }));
  const [problems, setProblems] = useState<Readonly<Record<string, Text>>>({});
  const [failure, setFailure] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [isTouched, setTouched] = useState(false);
  const { draft, keeper, kept } = useDraft(fields, keeping, draftKey, typed, isTouched);
  const attempt = useRef(newKey());

  return {
    fields,
    typed,
    problems,
    failure,
    busy,
    kept,
    savedAt: kept && 'at' in kept ? kept.at : undefined,
    form: keeping?.form,
    isTouched,
    draft: draft && {
      at: draft.at,
      take: () => {
        setTouched(true);
        setTyped((before) => ({ ...before, ...draft.typed, ...filesOfBoth(fields, before, draft.typed) }));
        draft.settle();
      },
      drop: () => {
        draft.settle();
        void keeper.drop();
      },
    },
    type(name, value) {
      setTouched(true);
      attempt.current = newKey();
      setTyped((before) => ({ ...before, [name]: value }));
      setProblems(({ [name]: _gone, ...others }) => others);
      setFailure((before) => (before && name in before.fields ? undefined : before));
    },
    async handIn() {
      const { input, wrong } = understood(fields, typed, facts, action, hearing);
      setProblems(wrong);
      setFailure(undefined);
      if (Object.keys(wrong).length > 0) return false;
      setBusy(true);
      try {
        await send(input, attempt.current);
        setTouched(false);
        await keeper.drop();
        return true;
      } catch (error) {
        const problem = asProblem(error);
        // After a broken connection the same key makes sure that the same thing is not done twice.
        if (problem.status !== 0) attempt.current = newKey();
        setProblems(problem.fields);
        setFailure(problem);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** Keeps what is typed, and finds what was typed some other time. While that is not decided on, nothing is kept over it. */
function useDraft(fields: readonly EntryField[], keeping: Keeping | undefined, draftKey: string | undefined, typed: Readonly<Record<string, unknown>>, isTouched: boolean) {
  const [kept, setKept] = useState<Kept>();
  const [found, setFound] = useState<{ readonly at: string; readonly typed: Readonly<Record<string, unknown>> } | 'none'>();
  const keeper = useMemo(() => (keeping ?? keepHere(draftKey ?? 'zhanqiao.draft'))(new Set(fields.filter(({ fact }) => fact.sealed).map(({ name }) => name)), setKept), [keeping, draftKey, fields]);
  useEffect(() => {
    let isHere = true;
    void keeper.find().then((draft) => isHere && setFound(draft ?? 'none'));
    return () => {
      isHere = false;
    };
  }, [keeper]);
  useEffect(() => {
    if (isTouched && found === 'none') keeper.keep(typed);
  }, [keeper, typed, isTouched, found]);
  useEffect(() => {
    const onLeave = () => keeper.leave();
    const onBack = () => keeper.again();
    addEventListener('pagehide', onLeave);
    addEventListener('online', onBack);
    return () => {
      removeEventListener('pagehide', onLeave);
      removeEventListener('online', onBack);
      keeper.leave();
    };
  }, [keeper]);
  return { kept, keeper, draft: found && found !== 'none' ? { ...found, settle: () => setFound('none') } : undefined };
}

/** Files that came while the draft was still to be decided on are kept beside those of the draft. */
function filesOfBoth(fields: readonly EntryField[], now: Readonly<Record<string, unknown>>, draft: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(fields.filter(({ fact }) => fact.kind === 'evidence').flatMap(({ name }) => {
    const [here, there] = [now[name], draft[name]].map((typed) => (typed ?? []) as readonly Evidence[]) as [readonly Evidence[], readonly Evidence[]]; // as fields of that kind keep them
    return here.length === 0 ? [] : [[name, [...there, ...here.filter(({ hash }) => !there.some((file) => file.hash === hash))]]];
  }));
}

function known(fields: readonly EntryField[], facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.flatMap(({ name, fact }) => (facts[name] === undefined ? [] : [[name, typings[fact.kind].typed(facts[name], fact)]])));
}

function understood(fields: readonly EntryField[], typed: Readonly<Record<string, unknown>>, facts: Readonly<Record<string, unknown>>, action: Action, hearing: Hearing) {
  const input: Record<string, unknown> = {};
  const wrong: Record<string, Text> = {};
  for (const { name, fact, must } of fields) {
    const found = typings[fact.kind].understand(typed[name], fact, hearing);
    if ('problem' in found) wrong[name] = found.problem;
    else if ('value' in found) input[name] = found.value;
    else if (must) wrong[name] = requiredWords;
    else if (facts[name] !== undefined && facts[name] !== null) input[name] = null;
  }
  const held = Array.isArray(input['evidence']) ? input['evidence'].length : 0;
  if (action.evidence && held < action.evidence) wrong['evidence'] = { zh: `至少需要 ${action.evidence} 份佐证材料，现有 ${held} 份`, en: `At least ${action.evidence} piece(s) of evidence; ${held} given` };
  return { input, wrong };
}
