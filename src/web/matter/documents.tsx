import type { MatterPage } from '#contract/shapes.ts';
import type { Text } from '#kernel/words.ts';
import { address } from '#web/client.ts';

/** The documents the server offers to draw from a matter. */
export function documentsOf(matter: MatterPage): readonly { readonly href: string; readonly name: Text }[] {
  return matter.documents.map(({ key, name }) => ({ name, href: address('GET /api/matters/:mechanism/:id/documents/:document', { mechanism: matter.mechanism, id: matter.id, document: key }) }));
}
