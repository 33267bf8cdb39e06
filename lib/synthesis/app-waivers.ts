import type { IConstruct } from 'constructs';
import { creationSite } from '../constructs/creation-site';
import { type Waiver, waiversOn } from '../constructs/waiver';
import type { Choice } from '../validation/advice/choose-rules';
import { Waivers } from '../validation/advice/waivers';
import type { Diagnostic } from '../validation/diagnostic';
import { referenceOf } from '../validation/to-diagnostics';
import type { AppObject } from './app-object';
import { fromHere } from './from-here';

/** The waivers that the constructs of some objects, and those around them, have. */
export interface AppWaivers {
  /** Undefined where nothing is waived. */
  readonly isWaived: Waivers<Waiver>['isWaived'] | undefined;
  /** What is wrong with the waivers, once all versions were validated. */
  problems(choice: Choice, kubeVersions: readonly string[]): Diagnostic[];
}

/** An object, and the construct that made it where there is one. */
type MadeObject = Pick<AppObject, 'json'> & Partial<Pick<AppObject, 'construct'>>;

/** Collects the waivers of the apps that some objects are part of. */
export function appWaivers(objects: readonly MadeObject[]): AppWaivers {
  const owners = new Map<Waiver, IConstruct>();
  for (const root of new Set(objects.flatMap(({ construct }) => (construct ? [construct.node.root] : []))))
    for (const construct of root.node.findAll())
      for (const waiver of waiversOn(construct)) owners.set(waiver, construct);
  if (owners.size === 0) return { isWaived: undefined, problems: () => [] };
  const isInside = (waiver: Waiver, object: MadeObject | undefined) =>
    object?.construct?.node.scopes.some((scope) => scope === owners.get(waiver)) ?? false;
  const waivers = new Waivers<Waiver>((waiver, index) => isInside(waiver, objects[index]));
  for (const waiver of owners.keys()) waivers.add(waiver);
  return {
    isWaived: waivers.isWaived,
    problems: (choice, kubeVersions) =>
      [...waivers.problems(choice, kubeVersions)].map(([waiver, problem]) => {
        const index = Math.max(
          0,
          objects.findIndex((object) => isInside(waiver, object)),
        );
        const site = creationSite(waiver);
        return {
          ...problem,
          object: referenceOf(objects[index]?.json, index),
          construct: owners.get(waiver)?.node.path ?? '',
          ...(site && { source: { ...site, file: fromHere(site.file) } }),
        };
      }),
  };
}
