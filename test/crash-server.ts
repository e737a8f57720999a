import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { furnish } from '#sample/furnish.ts';
import { sampleDistrict } from '#sample/district.ts';
import { buildApp } from '#server/http/app.ts';
import { openDistrict, openInstallation } from '#server/installation.ts';

// A server to be killed: the sample district on its own embedded PostgreSQL, durable as every installation is. Its port goes to the parent.
const [folder = ''] = process.argv.slice(2);
const installation = await openInstallation(folder);
const log = { info: () => {}, warn: () => {}, error: (fields: object, words: string) => console.error(words, fields) };
const { platform } = await openDistrict(installation, { ...sampleDistrict, isDemonstration: true }, () => new Date().toISOString(), log);
if ((await platform.directory()).units.size === 0) await furnish(platform);
const app = await buildApp(platform, { pages: join(folder, 'no-pages') });
await app.listen({ host: '127.0.0.1', port: 0 });
process.once('SIGTERM', () => void app.close().then(() => installation.close()).then(() => process.exit(0)));
process.send?.((app.server.address() as AddressInfo).port);
