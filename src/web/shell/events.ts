import { forgetAnswers } from '#web/ask.ts';

const path = '/api/events';

/**
 * Listens to what changes, over one connection for all tabs of the browser: HTTP/1.1 gives a host six, and a seventh tab would
 * hang. Gives back how to stop.
 */
export function listen(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = () => {
    // Many changes in a row (an import) are asked after once.
    timer ??= setTimeout(() => {
      timer = undefined;
      if (document.visibilityState === 'visible') void forgetAnswers();
      else document.addEventListener('visibilitychange', () => void forgetAnswers(), { once: true });
    }, 800);
  };
  const stop = typeof SharedWorker === 'undefined' ? listenAlone(onChange) : listenTogether(onChange);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function listenTogether(onChange: () => void): () => void {
  const worker = new SharedWorker(new URL('./events-worker.ts', import.meta.url), { type: 'module', name: 'zhanqiao-events' });
  worker.port.onmessage = onChange;
  worker.port.postMessage(path);
  const leave = () => worker.port.postMessage(null);
  addEventListener('pagehide', leave);
  return () => {
    removeEventListener('pagehide', leave);
    leave();
  };
}

function listenAlone(onChange: () => void): () => void {
  const source = new EventSource(path);
  source.onmessage = onChange;
  source.addEventListener('change', onChange);
  return () => source.close();
}
