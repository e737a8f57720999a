import { useContext, useEffect, useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import type { Evidence } from '#kernel/fact.ts';
import type { Text } from '#kernel/words.ts';
import { asProblem } from '#web/client.ts';
import { FormName, type InputProps } from '#web/facts/fact-input.ts';
import { FileWords } from '#web/facts/file-words.tsx';
import { sendFile } from '#web/facts/sending.ts';
import { filesHeld, holdFile, letGo } from '#web/facts/waiting-files.ts';
import { catalogue, numberWords, sizeWords, useLanguage } from '#web/language.ts';

const useAttachWords = catalogue({
  add: { zh: '选择文件', en: 'Choose files' },
  camera: { zh: '拍照', en: 'Take a photo' },
  drop: { zh: '也可以把文件拖到这里，或直接粘贴截图。每个不超过 20 MB，断了可以接着传。', en: 'or drop files here, or paste a picture. Up to 20 MB each; a broken upload goes on where it stood.' },
  going: { zh: '正在上传 {name}：{share}%', en: 'Uploading {name}: {share}%' },
  stop: { zh: '取消', en: 'Cancel' },
  stopOf: { zh: '取消上传 {name}', en: 'Cancel the upload of {name}' },
  waiting: { zh: '{name}：没有网络，联网后自动接着传。{kept}', en: '{name}: no network. It goes on by itself once there is one. {kept}' },
  keptHere: { zh: '文件已存在本机，关掉页面也不会丢。', en: 'It is kept on this device; the page may be closed.' },
  notKept: { zh: '这一页请不要关。', en: 'Please keep this page open.' },
  again: { zh: '接着传', en: 'Go on' },
  againOf: { zh: '接着传 {name}', en: 'Go on with {name}' },
  drop1: { zh: '不传了', en: 'Leave it' },
  dropOf: { zh: '不传 {name}', en: 'Leave {name}' },
  remove: { zh: '移除 {name}', en: 'Remove {name}' },
  removed: { zh: '移除', en: 'Remove' },
});

interface Going {
  readonly key: number;
  readonly file: File;
  readonly share: number;
  /** Its place among what waits on this device, where it could be kept there. */
  readonly held?: string | undefined;
  readonly problem?: Text;
  /** The network is gone, and nothing else is wrong. */
  readonly isWaiting?: boolean;
  readonly leaving: AbortController;
}

/** Evidence being attached: chosen, photographed, dropped or pasted; each file with its progress, to break off, to try again, to go on with. */
export function Attach({ id, typed, invalid, describedBy, onTyped }: InputProps) {
  const a = useAttachWords();
  const language = useLanguage();
  const cameraId = useId();
  const form = useContext(FormName);
  const files = (typed as readonly Evidence[] | undefined) ?? [];
  const [going, setGoing] = useState<readonly Going[]>([]);
  const [isOver, setOver] = useState(false);
  const latest = useRef(files);
  latest.current = files;
  const next = useRef(0);
  const change = (changed: readonly Evidence[]) => {
    latest.current = changed;
    onTyped(changed);
  };
  const update = (key: number, part: Partial<Going> | undefined) => setGoing((all) => all.flatMap((each) => (each.key !== key ? [each] : part ? [{ ...each, ...part }] : [])));

  async function send(key: number, file: File, leaving: AbortController, held: string | undefined) {
    try {
      const stored = await sendFile(file, (share) => update(key, { share }), leaving.signal);
      if (!latest.current.some(({ hash }) => hash === stored.hash)) change([...latest.current, stored]);
      update(key, undefined);
      await letGo(held);
    } catch (error) {
      if (leaving.signal.aborted) {
        update(key, undefined);
        await letGo(held);
      } else {
        const { words, fields, status } = asProblem(error);
        update(key, { problem: Object.values(fields)[0] ?? words, isWaiting: status === 0 });
      }
    }
  }
  const begin = (file: File, held: string | undefined) => {
    const one = { key: (next.current += 1), file, share: 0, held, leaving: new AbortController() };
    setGoing((all) => [...all, one]);
    void send(one.key, file, one.leaving, held);
  };
  // First kept, then sent: a photo taken where there is no network is safe at once.
  const add = (chosen: readonly File[]) => {
    for (const file of chosen) void (form === undefined ? Promise.resolve(undefined) : holdFile(form, id, file)).then((held) => begin(file, held));
  };
  const found = useRef(begin);
  found.current = begin;
  useEffect(() => {
    if (form === undefined) return undefined;
    let isHere = true;
    void filesHeld(form, id).then((waiting) => isHere && waiting.forEach(({ key, file }) => found.current(file, key)));
    return () => {
      isHere = false;
    };
  }, [form, id]);
  const again = (one: Going) => {
    const leaving = new AbortController();
    setGoing((all) => all.map((each) => (each.key === one.key ? { key: one.key, file: one.file, share: one.share, held: one.held, leaving } : each)));
    void send(one.key, one.file, leaving, one.held);
  };
  const goOn = useRef<() => void>(() => undefined);
  goOn.current = () => going.filter(({ isWaiting }) => isWaiting).forEach(again);
  useEffect(() => {
    const onBack = () => goOn.current();
    addEventListener('online', onBack);
    return () => removeEventListener('online', onBack);
  }, []);
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    add(chosen);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    add([...event.clipboardData.files]);
  };
  const percent = (share: number) => numberWords(share * 100, language, 0);
  return (
    <div className={isOver ? 'upload is-over' : 'upload'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop} onPaste={onPaste}>
      <p className="upload-ways">
        <span className="button upload-button">
          <label htmlFor={id}>{a('add')}</label>
          <input id={id} type="file" multiple aria-describedby={describedBy} aria-invalid={invalid} onChange={(event) => take(event.currentTarget)} />
        </span>
        <span className="button upload-button upload-camera">
          <label htmlFor={cameraId}>{a('camera')}</label>
          <input id={cameraId} type="file" accept="image/*" capture="environment" onChange={(event) => take(event.currentTarget)} />
        </span>
        <span className="upload-hint">{a('drop')}</span>
      </p>
      <ul className="upload-going-list" aria-live="polite">
        {going.map((one) => (
          <li key={one.key}>
            {one.problem ? (
              <>
                <span className="upload-problem" role="alert">{one.isWaiting ? a('waiting', { name: one.file.name, kept: a(one.held === undefined ? 'notKept' : 'keptHere') }) : `${one.file.name}${language === 'zh' ? '：' : ': '}${one.problem[language]}`}</span>{' '}
                <button type="button" className="button" aria-label={a('againOf', { name: one.file.name })} onClick={() => again(one)}>{a('again')}</button>{' '}
                <button type="button" className="button is-quiet" aria-label={a('dropOf', { name: one.file.name })} onClick={() => { update(one.key, undefined); void letGo(one.held); }}>{a('drop1')}</button>
              </>
            ) : (
              <>
                <progress max={1} value={one.share} aria-label={one.file.name} /> {a('going', { name: one.file.name, share: percent(one.share) })}{' '}
                <button type="button" className="button is-quiet" aria-label={a('stopOf', { name: one.file.name })} onClick={() => one.leaving.abort()}>{a('stop')}</button>
              </>
            )}
          </li>
        ))}
      </ul>
      {files.length > 0 && (
        <ul className="upload-files">
          {files.map((file) => (
            <li key={file.hash}>
              <span>{file.name}</span> <small>{sizeWords(file.size)}</small>{' '}
              <button type="button" className="button is-quiet" aria-label={a('remove', { name: file.name })} onClick={() => change(files.filter(({ hash }) => hash !== file.hash))}>{a('removed')}</button>
              <FileWords file={file} onChange={(changed) => change(files.map((each) => (each.hash === file.hash ? changed : each)))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
