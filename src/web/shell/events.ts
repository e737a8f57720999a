import { forgetAnswers } from '#web/ask.ts';

const path = '/api/events';

/**
 * Listens to what changes, over one connection for all tabs of the browser: HTTP/1.1 gives a host six, and a seventh tab would
 * hang. Gives back how to stop.
 * Tells when the connection is lost and when it is there again; what changed meanwhile is then asked for.
 */
export function listen(onLost: (isLost: boolean) => void = () => {}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = () => {
    // Many changes in a row (an import) are asked after once.
    timer ??= setTimeout(() => {
      timer = undefined;
      if (document.visibilityState === 'visible') void forgetAnswers();
      else document.addEventListener('visibilitychange', () => void forgetAnswers(), { once: true });
    }, 800);
  };
  let wasLost = false;
  const onState = (isLost: boolean) => {
    if (wasLost && !isLost) onChange();
    wasLost = isLost;
    onLost(isLost);
  };
  const stop = typeof SharedWorker === 'undefined' ? listenAlone(onChange, onState) : listenTogether(onChange, onState);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function listenTogether(onChange: () => void, onState: (isLost: boolean) => void): () => void {
  const worker = new SharedWorker(new URL('./events-worker.ts', import.meta.url), { type: 'module', name: 'zhanqiao-events' });
  worker.port.onmessage = ({ data }: MessageEvent<boolean | string>) => (typeof data === 'boolean' ? onState(data) : onChange());
  worker.port.postMessage(path);
  const leave = () => worker.port.postMessage(null);
  addEventListener('pagehide', leave);
  return () => {
    removeEventListener('pagehide', leave);
    leave();
  };
}

function listenAlone(onChange: () => void, onState: (isLost: boolean) => void): () => void {
  const source = new EventSource(path);
  source.onmessage = onChange;
  source.onopen = () => onState(false);
  source.onerror = () => onState(true);
  source.addEventListener('change', onChange);
  return () => source.close();
}
