import { Link } from '@tanstack/react-router';
import type { PageSpeech } from '#web/speech.ts';

/** A matter by its name, or by what the page knows of it; a link where the reader may open it. */
export function MatterLink({ mechanism, id, speech, said = speech.matterName(id) }: { readonly mechanism: string; readonly id: string; readonly speech: PageSpeech; readonly said?: string }) {
  return speech.leadsTo(id) ? <Link to="/matters/$mechanism/$id" params={{ mechanism, id }}>{said}</Link> : <span>{said}</span>;
}
