import { Input } from 'antd';
import type { FactInput } from '#web/facts/fact-input.ts';

/** A text of several lines, with its count where it is bounded. */
export const longText: FactInput = {
  wide: true,
  Input: ({ id, fact, typed, invalid, describedBy, onTyped }) => (
    <Input.TextArea
      id={id}
      value={String(typed ?? '')}
      rows={4}
      maxLength={fact.max ?? 20_000}
      showCount={fact.max !== undefined}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      status={invalid ? 'error' : ''}
      onChange={(event) => onTyped(event.target.value)}
    />
  ),
};
