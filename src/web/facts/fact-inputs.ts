import type { KindName } from '#kernel/fact.ts';
import { choice, choices, flag } from '#web/facts/choices.tsx';
import { evidence } from '#web/facts/evidence.tsx';
import type { FactInput } from '#web/facts/fact-input.ts';
import { longText } from '#web/facts/long-text.tsx';
import { metric } from '#web/facts/metric.tsx';
import { matter, matters, person, unit, units } from '#web/facts/references.tsx';
import { place } from '#web/facts/place.tsx';
import { rows } from '#web/facts/rows.tsx';
import { dayInput, spoken } from '#web/facts/spoken.tsx';

/** How each kind of fact is typed in and shown in the workbench; a forgotten kind does not compile. */
export const factInputs: Readonly<Record<KindName, FactInput>> = {
  text: spoken(),
  longText,
  whole: spoken({ inputMode: 'numeric' }),
  decimal: spoken({ inputMode: 'decimal' }),
  money: spoken({ placeholder: { zh: '500万元', en: '5,000,000' } }),
  area: spoken({ placeholder: { zh: '120亩', en: '80,000' } }),
  percent: spoken({ inputMode: 'decimal', placeholder: '70%' }),
  day: dayInput,
  instant: spoken({ placeholder: '2021-03-08 09:30' }),
  month: spoken({ placeholder: '2021-03' }),
  period: spoken({ placeholder: '2021-Q3' }),
  flag,
  choice,
  choices,
  unit,
  units,
  person,
  matter,
  matters,
  rows,
  evidence,
  place,
  metric,
  phone: spoken({ inputMode: 'tel', placeholder: '0532-88888888' }),
  creditCode: spoken(),
  industry: spoken({ placeholder: 'C39' }),
  documentNumber: spoken({ placeholder: '即改办发〔2021〕3号' }),
};
