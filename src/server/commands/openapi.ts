import { openApiDocument } from '../http/openapi.ts';

/** `zhanqiao openapi`: the OpenAPI 3.1 document of this version. */
export async function openapiCommand(): Promise<void> {
  process.stdout.write(`${JSON.stringify(openApiDocument(), undefined, 2)}\n`);
}
