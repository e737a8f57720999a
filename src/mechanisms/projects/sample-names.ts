import { creditCodeProblem } from '#kernel/credit-code.ts';

/** A credit code with a right check digit, for the sample and tests: MA99 and a serial number, as no register gives them out. */
export function creditCodeOf(serial: number): string {
  const body = `91370215MA99${String(serial).padStart(5, '0')}`;
  const last = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((digit) => creditCodeProblem(body + digit) === undefined);
  if (last === undefined) throw new Error(`no check digit for ${body}`);
  return body + last;
}
