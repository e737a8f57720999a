import type { ClockReading } from '#contract/shapes.ts';
import { fill, type Language, type Text } from '#kernel/words.ts';

const days: Readonly<Record<ClockReading['unit'], Text>> = {
  workday: { zh: '{n} 个工作日', en: '{n|working day|working days}' },
  calendarDay: { zh: '{n} 天', en: '{n|day|days}' },
};

const sentences = {
  left: { zh: '还剩 {days}', en: '{days} left' },
  today: { zh: '今天到期', en: 'Due today' },
  overdue: { zh: '已超期 {days}', en: 'Overdue by {days}' },
  paused: { zh: '已中止（{reason}）', en: 'Paused ({reason})' },
  onTime: { zh: '按期办结', en: 'Done in time' },
  late: { zh: '逾期办结', en: 'Done late' },
  provisional: { zh: '（暂定）', en: ' (provisional)' },
} satisfies Record<string, Text>;

/** What a clock says, as one would say it across the desk. */
export function clockWords(clock: ClockReading, language: Language): string {
  const n = Math.abs(clock.left ?? 0);
  const counted = { days: fill(days[clock.unit], { n }) };
  const provisional = clock.provisional ? sentences.provisional[language] : '';
  switch (clock.state) {
    case 'running': return (n === 0 ? sentences.today[language] : fill(sentences.left, counted)[language]) + provisional;
    case 'overdue': return fill(sentences.overdue, counted)[language] + provisional;
    case 'paused': return fill(sentences.paused, { reason: clock.reason ?? '' })[language];
    case 'stopped': return sentences[clock.late ? 'late' : 'onTime'][language];
  }
}

/** How urgent a clock looks, beside its words. */
export function clockTone(clock: ClockReading): string {
  if (clock.state === 'overdue') return 'is-late';
  if (clock.state === 'paused') return 'is-plain';
  if (clock.state === 'stopped') return clock.late ? 'is-waiting' : 'is-done';
  return (clock.left ?? 99) <= 3 ? 'is-waiting' : 'is-open';
}
