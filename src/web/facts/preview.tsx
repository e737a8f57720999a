import { useEffect, useState } from 'react';
import { Modal } from 'antd';
import type { Evidence } from '#kernel/fact.ts';
import { usePageWords } from '#web/matter/page-words.ts';
import { Failure, Waiting } from '#web/shell/faces.tsx';
import { useReturningFocus } from '#web/shell/returning-focus.ts';

/** As much of a text as somebody looks through in a page. */
const mostText = 200_000;

/** A file looked at in the page: a picture, a PDF in the browser's own viewer, a text; others are taken along. */
export function Preview({ file, at, onClose }: { readonly file: Evidence; readonly at: string; readonly onClose: () => void }) {
  const p = usePageWords();
  useReturningFocus();
  return (
    <Modal
      open
      className="preview"
      title={file.name}
      width={1000}
      onCancel={onClose}
      footer={
        <p className="form-foot">
          {isShown(file) && <a className="button" href={at} target="_blank" rel="noreferrer">{p('openTab')}</a>}
          <a className="button" href={at} download={file.name}>{p('download')}</a>
          <button type="button" className="button is-primary" onClick={onClose}>{p('close')}</button>
        </p>
      }
    >
      <Face file={file} at={at} />
    </Modal>
  );
}

/** Whether the browser can show it itself. */
function isShown({ type }: Evidence): boolean {
  return type.startsWith('image/') || type === 'application/pdf';
}

function Face({ file, at }: { readonly file: Evidence; readonly at: string }) {
  const p = usePageWords();
  if (file.type.startsWith('image/')) return <img className="preview-picture" src={at} alt={file.name} />;
  if (file.type === 'application/pdf') return navigator.pdfViewerEnabled ? <iframe className="preview-pdf" src={at} title={file.name} /> : <p>{p('noViewer')}</p>;
  if (file.type.startsWith('text/')) return <TextFace at={at} />;
  return <p>{p('noPreview')}</p>;
}

function TextFace({ at }: { readonly at: string }) {
  const p = usePageWords();
  const [text, setText] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const leaving = new AbortController();
    fetch(at, { signal: leaving.signal })
      .then(async (answer) => setText(decoded(await answer.arrayBuffer())))
      .catch((error: unknown) => void (leaving.signal.aborted || setFailure(error)));
    return () => leaving.abort();
  }, [at]);
  if (failure) return <Failure error={failure} />;
  if (text === undefined) return <Waiting />;
  return (
    <>
      <pre className="preview-text" tabIndex={0}>{text.slice(0, mostText)}</pre>
      {text.length > mostText && <p className="quiet">{p('textCut')}</p>}
    </>
  );
}

/** Office machines still write GBK where nothing says otherwise. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
