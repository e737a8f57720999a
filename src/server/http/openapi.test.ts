import { computedOf, fieldsOf } from '#kernel/input.ts';
import { describe, expect, it } from 'vitest';
import { routes, type RouteKey } from '#contract/routes.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { openApiDocument } from './openapi.ts';
import { splitKey } from './register.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: object }[];
  readonly responses: Record<string, object>;
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly properties?: Record<string, object> } }> };
  readonly tags?: readonly string[];
}

const document = JSON.parse(JSON.stringify(openApiDocument(mechanisms))) as {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
  'x-mechanisms': Record<string, { actions: Record<string, object>; refusals: Record<string, { zh: string; en: string; status: number }> }>;
  'x-refusals': Record<string, { zh: string; en: string; status: number }>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

describe('the OpenAPI document', () => {
  it('is one of 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.title).not.toBe('');
    for (const { path, method, operation } of operations) {
      expect(path).toMatch(/^\/[^#?:]*$/);
      expect(['get', 'post', 'put', 'delete']).toContain(method);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(operation.parameters.filter((each) => each.in === 'path').map((each) => each.name), path).toEqual(named);
      for (const parameter of operation.parameters) expect(parameter.schema, `${path} ${parameter.name}`).toBeTypeOf('object');
      expect(operation.responses).toHaveProperty('default');
    }
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points at nothing that is not there', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer]) => pointer ?? '');
    expect(pointers.length).toBeGreaterThan(0);
    for (const pointer of new Set(pointers)) {
      const found = pointer.split('/').reduce<unknown>((within, name) => (within as Record<string, unknown> | undefined)?.[name], document);
      expect(found, pointer).toBeDefined();
    }
  });

  it('names every route of the table', () => {
    for (const key of Object.keys(routes) as RouteKey[]) {
      const [method, url] = splitKey(key);
      if (url.includes('actions/:action')) continue;
      expect(document.paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()], key).toBeDefined();
    }
  });

  it('names every action of every mechanism, those of people with what they take', () => {
    expect(mechanisms.length).toBeGreaterThan(0);
    for (const mechanism of mechanisms) {
      const { key, refusals } = mechanism.record;
      expect(Object.keys(document['x-mechanisms'][key]?.actions ?? {})).toEqual(Object.keys(mechanism.actions));
      expect(Object.keys(document['x-mechanisms'][key]?.refusals ?? {})).toEqual(Object.keys(refusals));
      for (const [name, action] of Object.entries(mechanism.actions)) {
        const own = operations.filter(({ path, operation }) => path.endsWith(`/actions/${name}`) && operation.tags?.includes(key));
        const isOfPeople = action.by.some((grant) => grant !== 'system');
        expect(own.length > 0, `${key}.${name}`).toBe(isOfPeople);
        for (const { operation } of own) {
          const input = operation.requestBody?.content['application/json']?.schema.properties?.['input'];
          expect(JSON.stringify(input), `${key}.${name}`).toContain(`"#/components/schemas/${key}.${name}"`);
        }
        // What the platform works out is taken from nobody.
        const taken = own.flatMap(({ operation }) => namesIn(operation.requestBody?.content['application/json']?.schema.properties?.['input']));
        if (own.length > 0) for (const { name: asked } of fieldsOf(mechanism, action)) expect(taken, `${key}.${name}`).toContain(asked);
        for (const { name: worked } of computedOf(mechanism, action)) expect(taken, `${key}.${name}`).not.toContain(worked);
      }
    }
  });

  it('has words for every refusal in both languages', () => {
    for (const [code, words] of Object.entries(document['x-refusals'])) {
      expect(words.zh, code).not.toBe('');
      expect(words.en, code).not.toBe('');
      expect(words.status, code).toBeGreaterThanOrEqual(400);
    }
  });
});

/** What an input takes by name, in all its forms. */
function namesIn(input: unknown): readonly string[] {
  const { $ref, properties = {}, anyOf = [] } = (input ?? {}) as { readonly $ref?: string; readonly properties?: object; readonly anyOf?: readonly unknown[] };
  const named = $ref === undefined ? undefined : document.components.schemas[$ref.replace('#/components/schemas/', '')];
  return [...Object.keys(properties), ...(named ? namesIn(named) : []), ...anyOf.flatMap(namesIn)];
}
