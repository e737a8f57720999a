import '#web/public/boot.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Boundary } from '#web/public/boundary.tsx';
import { Site } from '#web/public/site.tsx';
import { recoverFromOldChunks } from '#web/shell/recover.ts';
import '#web/public/public.css';

recoverFromOldChunks();
const root = document.getElementById('root') as HTMLElement;
// The words that stand there until the script has come.
root.textContent = '';
createRoot(root).render(
  <StrictMode>
    <Boundary>
      <Site />
    </Boundary>
  </StrictMode>,
);
