import { useEffect, useRef } from 'react';
import { catalogue, useLanguage } from '#web/language.ts';
import type { Text } from '#kernel/words.ts';
import { useReturningFocus } from '#web/shell/returning-focus.ts';
import '#web/search/search.css';

const useKeyWords = catalogue({
  title: { zh: '键盘操作', en: 'Keys' },
  close: { zh: '关闭', en: 'Close' },
  note: { zh: '正在填写时，单个字母键不起作用。', en: 'Single letters do nothing while you are typing.' },
});

const keys: readonly { readonly name: Text; readonly rows: readonly (readonly [keys: readonly string[], does: Text])[] }[] = [
  {
    name: { zh: '各页', en: 'Everywhere' },
    rows: [
      [['Ctrl K', '/'], { zh: '搜索全部内容', en: 'Search everything' }],
      [['g h'], { zh: '到工作台', en: 'To the desk' }],
      [['g c'], { zh: '到驾驶舱', en: 'To the cockpit' }],
      [['g f'], { zh: '到数字', en: 'To the figures' }],
      [['g n'], { zh: '到通知', en: 'To the notices' }],
      [['?'], { zh: '打开这份说明', en: 'This help' }],
      [['Esc'], { zh: '关闭弹出的窗口', en: 'Close what is open' }],
    ],
  },
  {
    name: { zh: '工作台', en: 'My desk' },
    rows: [
      [['j', '↓'], { zh: '下一件', en: 'Next' }],
      [['k', '↑'], { zh: '上一件', en: 'Previous' }],
      [['Enter'], { zh: '打开事项', en: 'Open the matter' }],
      [['a'], { zh: '办理：打开第一个可办动作', en: 'Do the first action that is open' }],
    ],
  },
];

/** ?: the keys there are. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const k = useKeyWords();
  const language = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  useReturningFocus();
  useEffect(() => {
    button.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
      // The button is all there is to go to.
      if (event.key === 'Tab') event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <div className="palette-veil" onPointerDown={(event) => event.target === event.currentTarget && onClose()}>
      <div className="palette key-help" role="dialog" aria-modal="true" aria-labelledby="key-help">
        <h2 id="key-help">{k('title')}</h2>
        {keys.map(({ name, rows }) => (
          <section key={name.zh} aria-label={name[language]}>
            <h3>{name[language]}</h3>
            <dl>{rows.map(([pressed, does]) => <div key={does.zh}><dt>{pressed.map((key) => <kbd key={key}>{key}</kbd>)}</dt><dd>{does[language]}</dd></div>)}</dl>
          </section>
        ))}
        <p className="quiet">{k('note')}</p>
        <p className="form-foot"><button type="button" ref={button} className="button" onClick={onClose}>{k('close')}</button></p>
      </div>
    </div>
  );
}
