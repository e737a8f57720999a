/** A draw as it was published, in the words of the engine that works it out again. */
export interface PublishedDraw {
  readonly projectNo: string;
  readonly frozen: string;
  readonly poolHash: string;
  readonly commitments: readonly [string, string];
  readonly seed: string;
  readonly panel: readonly { readonly specialty: string; readonly expertNo: string }[];
  readonly substitutes: readonly { readonly specialty: string; readonly expertNos: readonly string[] }[];
}

type Facts = Readonly<Record<string, unknown>>;

/** The public facts of a revealed review, as a draw. */
export function publishedOf(facts: Facts): PublishedDraw {
  const text = (name: string) => String(facts[name] ?? '');
  const substitutes = (facts['openSubstitutes'] ?? []) as readonly { readonly specialty: string; readonly expertNos?: string }[];
  return {
    projectNo: text('projectNo'), frozen: text('openFrozen'), poolHash: text('poolHash'), seed: text('openSeed'), commitments: [text('secretariatCommitment'), text('supervisorCommitment')],
    panel: (facts['openPanel'] ?? []) as PublishedDraw['panel'],
    substitutes: substitutes.map(({ specialty, expertNos = '' }) => ({ specialty, expertNos: expertNos === '' ? [] : expertNos.split(',') })),
  };
}

/** The two secrets, made public after the meeting. */
export function secretsOf(facts: Facts): readonly [secretariat: string, supervisor: string] {
  return [String(facts['revealedSecretariat'] ?? ''), String(facts['revealedSupervisor'] ?? '')];
}
