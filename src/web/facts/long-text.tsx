import { Input } from 'antd';
import type { FactInput, ShowProps } from '#web/facts/fact-input.ts';
import { useWords } from '#web/words.ts';

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
  Show: ShowLongText,
};

/** What people still read at one glance; the rest is folded. */
const linesInSight = 40;

function ShowLongText({ value, isOnPaper = false }: ShowProps) {
  const t = useWords();
  const text = String(value);
  const lines = text.split('\n').length;
  // Columns parted by tabs are a record to be worked out again, in no language.
  const isRecord = text.includes('\t');
  if (!isRecord && lines <= linesInSight) return text;
  return (
    <details open={isOnPaper}>
      <summary>{t('linesOf', { count: lines })}</summary>
      {isRecord ? <pre className="record" lang="zxx">{text}</pre> : text}
    </details>
  );
}
