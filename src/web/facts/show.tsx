import { factText } from '#kernel/kinds.ts';
import type { ShowProps } from '#web/facts/fact-input.ts';
import { factInputs } from '#web/facts/fact-inputs.ts';

/** A value as its kind shows it. */
export function ShowFact(props: ShowProps) {
  const { fact, value, speech } = props;
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return <span className="quiet">—</span>;
  const { Show } = factInputs[fact.kind];
  return Show ? <Show {...props} /> : factText(fact, value, speech);
}
