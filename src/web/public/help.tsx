import type { ReactNode } from 'react';
import { useLanguage } from '#web/language.ts';
import { Head } from '#web/public/head.tsx';
import { helpText } from '#web/public/help-text.ts';
import { PageTools } from '#web/public/page-tools.tsx';

/** How these pages are used, what becomes of what one writes, and how they can be read by everybody. */
export function Help() {
  const language = useLanguage();
  return (
    <>
      <Head title={helpText.title[language]} tools={<PageTools title={helpText.title[language]} />} />
      <div className="wrap section prose-page">
        {helpText.parts.map(({ title, lines }) => (
          <section key={title.en} className="prose">
            <h2>{title[language]}</h2>
            <ul>{lines.map((line) => <li key={line.en}>{withTelephones(line[language])}</li>)}</ul>
          </section>
        ))}
      </div>
    </>
  );
}

/** Numbers that can be called are links. */
function withTelephones(words: string): ReactNode {
  return words.split(/\b(110|119|120|12345)\b/).map((part, index) => (index % 2 === 1 ? <a key={index} href={`tel:${part}`}>{part}</a> : part));
}
