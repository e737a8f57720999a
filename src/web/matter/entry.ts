import { useEffect, useMemo, useRef, useState } from 'react';
import type { Fact } from '#kernel/fact.ts';
import { fieldsOf } from '#kernel/input.ts';
import { requiredWords, type Hearing } from '#kernel/kind.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { asProblem, newKey, type Problem } from '#web/client.ts';
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
  readonly savedAt: string | undefined;
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
  readonly draftKey: string;
  readonly hearing: Hearing;
  readonly send: (input: Readonly<Record<string, unknown>>, idempotencyKey: string) => Promise<void>;
}): Entry {
  const { mechanism, action, facts, prefill, draftKey, hearing, send } = options;
  const fields = useMemo(() => entryFields(mechanism, action), [mechanism, action]);
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>(() => known(fields, { ...facts, ...prefill }));
  const [problems, setProblems] = useState<Readonly<Record<string, Text>>>({});
  const [failure, setFailure] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState(() => readDraft(draftKey));
  const [savedAt, setSavedAt] = useState<string>();
  const isTouched = useRef(false);
  const attempt = useRef(newKey());

  useEffect(() => {
    if (!isTouched.current) return;
    const timer = setTimeout(() => setSavedAt(writeDraft(draftKey, fields, typed)), 400);
    return () => clearTimeout(timer);
  }, [draftKey, fields, typed]);

  return {
    fields,
    typed,
    problems,
    failure,
    busy,
    savedAt,
    draft: kept && {
      at: kept.at,
      take: () => {
        isTouched.current = true;
        setTyped((before) => ({ ...before, ...kept.typed }));
        setKept(undefined);
      },
      drop: () => {
        removeDraft(draftKey);
        setKept(undefined);
      },
    },
    type(name, value) {
      isTouched.current = true;
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
        isTouched.current = false;
        removeDraft(draftKey);
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

interface Draft {
  readonly at: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

function readDraft(key: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Sealed facts are never left lying on a computer that others may use (个人信息保护法 51). */
function writeDraft(key: string, fields: readonly EntryField[], typed: Readonly<Record<string, unknown>>): string | undefined {
  const sealed = new Set(fields.filter(({ fact }) => fact.sealed).map(({ name }) => name));
  const at = new Date().toISOString();
  try {
    localStorage.setItem(key, JSON.stringify({ at, typed: Object.fromEntries(Object.entries(typed).filter(([name]) => !sealed.has(name))) }));
    return at;
  } catch {
    return undefined;
  }
}

function removeDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept where nothing may be stored.
  }
}
