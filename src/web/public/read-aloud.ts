/** What is read: words of the page, not what one fills in or presses. */
const read = 'h1, h2, h3, p, li, dt, dd, th, td, legend, caption, label';
const skipped = 'script, style, select, textarea, button, nav, .head-tools, .form-actions, [aria-hidden=true], .hidden-words';

/** Reads what is in a place aloud, piece by piece, and shows which piece; gives back how to stop. */
export function readAloud(place: HTMLElement, language: string, onEnd: () => void): () => void {
  const pieces = piecesOf(place);
  let at = -1;
  let isStopped = false;
  const mark = (on: boolean) => pieces[at]?.element.classList.toggle('is-read', on);
  const next = () => {
    if (isStopped) return;
    mark(false);
    at += 1;
    const piece = pieces[at];
    if (!piece) return onEnd();
    mark(true);
    piece.element.scrollIntoView({ block: 'nearest' });
    const spoken = new SpeechSynthesisUtterance(piece.words);
    spoken.lang = language;
    spoken.rate = 0.95;
    spoken.onend = next;
    spoken.onerror = next;
    speechSynthesis.speak(spoken);
  };
  speechSynthesis.cancel();
  next();
  return () => {
    isStopped = true;
    mark(false);
    speechSynthesis.cancel();
  };
}

interface Piece {
  readonly element: Element;
  readonly words: string;
}

/** Sentences, because some browsers fall silent in the middle of a long text. */
function piecesOf(place: HTMLElement): readonly Piece[] {
  return [...place.querySelectorAll<HTMLElement>(read)]
    .filter((element) => !element.closest(skipped) && !element.querySelector(read) && element.getClientRects().length > 0)
    .flatMap((element) => (element.innerText.match(/[^。！？；.!?;\n]+[。！？；.!?;]*/g) ?? []).map((words) => ({ element, words: words.trim() })))
    .filter(({ words }) => words !== '');
}
