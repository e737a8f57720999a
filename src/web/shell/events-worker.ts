/** Holds the one event stream of this browser and passes what it says to every tab. */
const ports = new Set<MessagePort>();
let source: EventSource | undefined;

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<string | null>) => {
    if (data === null) leave(port);
    else join(port, data);
  };
});

function join(port: MessagePort, path: string): void {
  ports.add(port);
  // A tab joins anew when its post has changed: the stream must be that of the new session.
  source?.close();
  source = new EventSource(path);
  source.onmessage = pass;
  // Whether the connection is lost goes to every tab as a yes or no; what changed goes as words.
  source.onopen = () => say(false);
  source.onerror = () => say(true);
  source.addEventListener('change', pass);
}

function leave(port: MessagePort): void {
  ports.delete(port);
  if (ports.size > 0) return;
  source?.close();
  source = undefined;
}

function pass(event: MessageEvent): void {
  say(event.data);
}

function say(words: unknown): void {
  for (const port of ports) port.postMessage(words);
}
