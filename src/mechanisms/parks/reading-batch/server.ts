import type { Delivered } from '../data-owners.ts';
import type { MechanismServer } from '../../serving.ts';

const told = 10;

/** What a delivery asks of the server: which of its codes the register of enterprises does not have. */
export const serving: MechanismServer = {
  computes: {
    deliver: {
      asks: (_situation, input) => ({ enterprises: { mechanism: 'enterprise', where: { fact: 'creditCode', in: codesOf(input) } } }),
      work: (_situation, input, { enterprises = [] }) => {
        const known = new Set(enterprises.map(({ facts }) => facts['creditCode']));
        const unknown = codesOf(input).filter((code) => !known.has(code));
        return { unknown: unknown.slice(0, told).join('、') + (unknown.length > told ? `…（${unknown.length}）` : '') };
      },
    },
  },
};

function codesOf(input: Readonly<Record<string, unknown>>): string[] {
  return ((input['rows'] ?? []) as readonly Delivered[]).flatMap(({ creditCode }) => creditCode ?? []);
}
