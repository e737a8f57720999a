import { creditCodeProblem } from '#kernel/credit-code.ts';

/** A credit code with a right check digit, for the sample and tests: MA99 and a serial number, as no register gives them out. */
export function creditCodeOf(serial: number): string {
  const body = `91370215MA99${String(serial).padStart(5, '0')}`;
  const last = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((digit) => creditCodeProblem(body + digit) === undefined);
  if (last === undefined) throw new Error(`no check digit for ${body}`);
  return body + last;
}

/** The post of whoever has that account: each expert of the sample has one of his own. */
export function accountOf(person: string | undefined): string {
  if (person === undefined) throw new Error('nobody of the sample has that seat');
  return person.replace(/^holder-/, '');
}
