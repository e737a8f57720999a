import { verifyAtOneMoment } from '#store/seals.ts';
import { sampleDistrict } from '#sample/district.ts';
import { joinInstallation } from '../installation.ts';
import type { Options } from '../main.ts';
import { OperatorRefusal } from '../operator-refusal.ts';
import { sha256 } from '../platform.ts';
import { announce } from '../terminal.ts';
import { dataFolder, districtCode } from './data-folder.ts';

/** `zhanqiao verify`: recomputes every chain, every row from its events and every seal; names the first that does not agree. */
export async function verifyCommand(options: Options): Promise<void> {
  const installation = await joinInstallation(dataFolder(options));
  try {
    const district = districtCode(options, sampleDistrict.code);
    const result = await installation.store.reading(district, (tx) => verifyAtOneMoment(tx, district, sha256));
    if (result.fault) throw new OperatorRefusal(result.fault);
    announce({ zh: `核验通过：${result.matters} 件事项、${result.events} 条留痕、${result.seals} 个封存。`, en: `Verified: ${result.matters} matters, ${result.events} events, ${result.seals} seals.` });
  } finally {
    await installation.close();
  }
}
