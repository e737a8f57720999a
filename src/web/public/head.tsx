import type { ReactNode } from 'react';
import { Pier } from '#web/look/pier.tsx';
import { useTitle } from '#web/title.ts';
import '#web/public/inner.css';

/** The head of an inner page; `tools` are what one can do with the page as a whole. */
export function Head({ title, lead, tools }: { readonly title: string; readonly lead?: ReactNode; readonly tools?: ReactNode }) {
  useTitle(title);
  return (
    <div className="hero is-low pier-ground">
      <Pier />
      <div className="wrap">
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
        {tools && <p className="head-tools">{tools}</p>}
      </div>
    </div>
  );
}
