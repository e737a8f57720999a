import { useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import type { Evidence } from '#kernel/fact.ts';
import { fill, type Text } from '#kernel/words.ts';
import { asProblem, upload } from '#web/client.ts';
import { numberWords, sizeWords, useLanguage } from '#web/language.ts';

const words = {
  add: { zh: '选择文件', en: 'Choose files' },
  camera: { zh: '拍照', en: 'Take a photo' },
  drop: { zh: '也可以把文件拖到这里，或直接粘贴截图', en: 'or drop files here, or paste a picture' },
  going: { zh: '正在上传 {name}：{share}%', en: 'Uploading {name}: {share}%' },
  remove: { zh: '移除 {name}', en: 'Remove {name}' },
  removed: { zh: '移除', en: 'Remove' },
} satisfies Record<string, Text>;

/** Files attached by choosing, dragging, pasting or the camera, each with its progress. Serves workbench and public pages alike. */
export function Upload({ id, path, files, onFiles, describedBy, invalid, accept, prepare }: {
  readonly id: string;
  readonly path: '/api/files' | '/api/public/files';
  readonly files: readonly Evidence[];
  readonly onFiles: (files: readonly Evidence[]) => void;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  /** What the file picker offers; everything when absent. */
  readonly accept?: string;
  /** What is done with a file before it is sent. */
  readonly prepare?: (file: File) => Promise<File>;
}) {
  const language = useLanguage();
  const cameraId = useId();
  const [going, setGoing] = useState<{ readonly name: string; readonly share: number }>();
  const [problem, setProblem] = useState<Text>();
  const [isOver, setOver] = useState(false);
  const latest = useRef(files);
  latest.current = files;

  async function add(chosen: readonly File[]) {
    setProblem(undefined);
    for (const file of chosen) {
      setGoing({ name: file.name, share: 0 });
      try {
        const ready = prepare ? await prepare(file) : file;
        const stored = await upload(path, [ready], (share) => setGoing({ name: file.name, share }));
        const next = [...latest.current, ...stored.filter(({ hash }) => !latest.current.some((held) => held.hash === hash))];
        latest.current = next;
        onFiles(next);
      } catch (error) {
        setProblem(asProblem(error).words);
      }
    }
    setGoing(undefined);
  }

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    void add([...event.clipboardData.files]);
  };
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    void add(chosen);
  };

  return (
    <div className={isOver ? 'upload is-over' : 'upload'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop} onPaste={onPaste}>
      <p className="upload-ways">
        <span className="button upload-button">
          <label htmlFor={id}>{words.add[language]}</label>
          <input id={id} type="file" multiple accept={accept} aria-describedby={describedBy} aria-invalid={invalid} onChange={(event) => take(event.currentTarget)} />
        </span>
        <span className="button upload-button upload-camera">
          <label htmlFor={cameraId}>{words.camera[language]}</label>
          <input id={cameraId} type="file" accept="image/*" capture="environment" onChange={(event) => take(event.currentTarget)} />
        </span>
        <span className="upload-hint">{words.drop[language]}</span>
      </p>
      <div aria-live="polite">
        {going && (
          <p className="upload-going">
            <progress max={1} value={going.share} aria-label={going.name} /> {fill(words.going, { name: going.name, share: numberWords(going.share * 100, language, 0) })[language]}
          </p>
        )}
        {problem && <p className="upload-problem" role="alert">{problem[language]}</p>}
      </div>
      {files.length > 0 && (
        <ul className="upload-files">
          {files.map((file) => (
            <li key={file.hash}>
              <span>{file.name}</span> <small>{sizeWords(file.size)}</small>{' '}
              <button type="button" className="button is-quiet" aria-label={fill(words.remove, { name: file.name })[language]} onClick={() => onFiles(files.filter(({ hash }) => hash !== file.hash))}>
                {words.removed[language]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
