import { Input } from 'antd';
import { Picker } from '#web/facts/choices.tsx';
import type { FactInput } from '#web/facts/fact-input.ts';
import { useWords } from '#web/words.ts';

const parts = ['before', 'beforePeriod', 'after', 'afterPeriod'] as const;

/** A measured change: both values with their periods, the kind of change, the source. */
export const metric: FactInput = {
  wide: true,
  Input: ({ id, typed, invalid, describedBy, onTyped }) => {
    const t = useWords();
    const given = (typed ?? {}) as Readonly<Record<string, string | number>>;
    const change = (part: string, value: unknown) => onTyped({ ...given, [part]: value });
    const names = { before: t('metricBefore'), beforePeriod: t('metricBeforePeriod'), after: t('metricAfter'), afterPeriod: t('metricAfterPeriod') };
    return (
      <div className="metric-input" role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        {parts.map((part, index) => (
          <label key={part}>
            {names[part]}
            <Input id={index === 0 ? id : undefined} value={given[part] ?? ''} status={invalid ? 'error' : ''} onChange={(event) => change(part, event.target.value)} />
          </label>
        ))}
        <label>
          {t('metricChange')}
          <Picker id={`${id}-change`} typed={given['change']} invalid={invalid} describedBy={undefined} onTyped={(value) => change('change', value)} options={[{ value: 'relativePercent', label: t('metricRelative') }, { value: 'percentagePoint', label: t('metricPoints') }, { value: 'difference', label: t('metricDifference') }]} />
        </label>
        <label>
          {t('metricSource')}
          <Input value={given['source'] ?? ''} status={invalid ? 'error' : ''} onChange={(event) => change('source', event.target.value)} />
        </label>
      </div>
    );
  },
};
