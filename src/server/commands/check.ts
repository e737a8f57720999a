import { findFaults } from '#mechanisms/check.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { OperatorRefusal } from '../operator-refusal.ts';
import { announce } from '../terminal.ts';

/** `zhanqiao check`: every stage reachable, every fact asked somewhere, every clock stoppable, every word in both languages. */
export async function checkCommand(): Promise<void> {
  const faults = findFaults(mechanisms);
  for (const fault of faults) announce(fault);
  const actions = mechanisms.reduce((total, mechanism) => total + Object.keys(mechanism.actions).length, 0);
  const words = { zh: `共 ${mechanisms.length} 个机制、${actions} 个动作，发现问题 ${faults.length} 处。`, en: `${mechanisms.length} mechanisms, ${actions} actions, ${faults.length} fault(s).` };
  if (faults.length > 0) throw new OperatorRefusal(words);
  announce(words);
}
