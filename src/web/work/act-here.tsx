import { findMechanism } from '#mechanisms/mechanisms.ts';
import { useAsk } from '#web/ask.ts';
import { ActionDialog } from '#web/matter/action.tsx';
import { KitAround } from '#web/shell/kit.tsx';
import { tell } from '#web/shell/told.tsx';
import { useDeskWords } from '#web/work/words.ts';
import { useEffect } from 'react';

/** The form of an action, in place: the same dialog as on the matter's own page, with the matter as it stands now. */
export function ActHere({ mechanism: key, id, action: name, onClose }: { readonly mechanism: string; readonly id: string; readonly action: string; readonly onClose: () => void }) {
  const d = useDeskWords();
  const mechanism = findMechanism(key);
  const action = mechanism?.actions[name];
  const { data: matter, error } = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism: key, id } });
  const isAbsent = error !== null || mechanism === undefined || action === undefined;
  useEffect(() => {
    if (!isAbsent) return;
    tell(d('notThere'));
    onClose();
  }, [isAbsent, d, onClose]);
  if (!matter || !mechanism || !action) return <p className="hidden-words" role="status">{d('opening')}</p>;
  return <KitAround><ActionDialog mechanism={mechanism} matter={matter} name={name} action={action} prefill={nothing} onClose={onClose} /></KitAround>;
}

const nothing = {};
