import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queries } from '#web/ask.ts';
import { watchFaults } from '#web/faults.ts';
import { giveStylesNonce, pageNonce } from '#web/look/nonce.ts';
import { router } from '#web/router.tsx';
import { recoverFromOldChunks } from '#web/shell/recover.ts';
import '#web/workbench.css';
import '#web/shell/shell.css';

recoverFromOldChunks();
watchFaults();
giveStylesNonce(pageNonce());
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
