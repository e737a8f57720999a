import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

/** A button that opens a small panel under it; Escape, a click elsewhere and moving on close it. */
export function Menu({ label, face, className, children }: { readonly label?: string; readonly face: ReactNode; readonly className: string; readonly children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPointer = (event: PointerEvent) => !place.current?.contains(event.target as Node) && setOpen(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  return (
    <div className="menu" ref={place} onBlur={(event) => event.relatedTarget && !place.current?.contains(event.relatedTarget) && setOpen(false)}>
      <button type="button" ref={button} className={className} aria-label={label} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {face}
      </button>
      <div className="menu-panel" id={id} hidden={!isOpen}>
        {isOpen && children(() => setOpen(false))}
      </div>
    </div>
  );
}
