import { DOMParser } from '@xmldom/xmldom';
import { expect, it } from 'vitest';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { bpmnOf } from './bpmn.ts';

const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const shapes = 'http://www.omg.org/spec/BPMN/20100524/DI';

it.each(mechanisms.map((mechanism) => [mechanism.record.key, mechanism] as const))('another program reads the diagram of %s: every flow leads from a node to a node, and everything has a place', async (_key, mechanism) => {
  const problems: string[] = [];
  const document = new DOMParser({ onError: (level, words) => void problems.push(`${level}: ${words}`) }).parseFromString(await bpmnOf(mechanism, 'zh'), 'application/xml');
  expect(problems).toEqual([]);
  const all = (space: string, name: string) => [...document.getElementsByTagNameNS(space, name)];
  const nodes = ['startEvent', 'userTask', 'endEvent', 'exclusiveGateway'].flatMap((name) => all(model, name));
  const ids = nodes.map((node) => node.getAttribute('id'));
  const flows = all(model, 'sequenceFlow');

  for (const [key, { name }] of Object.entries(mechanism.record.stages)) expect(nodes.find((node) => node.getAttribute('id') === `stage_${key}`)?.getAttribute('name')).toBe(name.zh);
  expect(flows.length).toBeGreaterThan(0);
  for (const flow of flows) expect(ids).toEqual(expect.arrayContaining([flow.getAttribute('sourceRef'), flow.getAttribute('targetRef')]));
  // An end event has nothing behind it.
  const ends = new Set(all(model, 'endEvent').map((node) => node.getAttribute('id')));
  expect(flows.filter((flow) => ends.has(flow.getAttribute('sourceRef')))).toEqual([]);
  expect(all(shapes, 'BPMNShape').map((shape) => shape.getAttribute('bpmnElement')).toSorted()).toEqual(ids.toSorted());
  expect(all(shapes, 'BPMNEdge').map((edge) => edge.getAttribute('bpmnElement')).toSorted()).toEqual(flows.map((flow) => flow.getAttribute('id')).toSorted());
});
