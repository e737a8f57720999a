import type { ReactNode } from 'react';
import { Pier } from '#web/look/pier.tsx';
import '#web/public/inner.css';

/** The head of an inner page. */
export function Head({ title, lead }: { readonly title: string; readonly lead?: ReactNode }) {
  return (
    <div className="hero is-low pier-ground">
      <Pier />
      <div className="wrap">
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
    </div>
  );
}
