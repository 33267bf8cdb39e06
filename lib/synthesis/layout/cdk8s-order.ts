import type { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { DependencyGraph } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type AppObject, chartOf, isApiObject, isChart, toAppObject, validConstructs } from '../app-object';

/** A chart of an app with its objects, in the order in which they are to be applied. */
export interface AppChart {
  readonly chart: Chart;
  readonly objects: readonly AppObject[];
}

/** The charts of an app in the order of cdk8s. */
export interface Cdk8sOrder {
  readonly charts: readonly AppChart[];
  /** Whether any chart depends on another; cdk8s then numbers its files. */
  readonly chartsDepend: boolean;
}

/**
 * The charts and objects of an app in the order of cdk8s: as constructed, dependencies first.
 *
 * Works for the apps of any copy of cdk8s. Follows cdk8s src/app.ts App.synth.
 *
 * @throws SynthesisError `ERR_CONSTRUCT_VALIDATION` when a construct's own validation fails.
 */
export function inCdk8sOrder(app: Cdk8sApp): Cdk8sOrder {
  const all = validConstructs(app);
  const depend = all.some(
    (construct) => construct.node.dependencies.length > 0 || (isChart(construct) && isNested(construct)),
  );
  if (!depend) return { charts: inConstructionOrder(all), chartsDepend: false };
  const chartsDepend = addImpliedDependencies(all);
  const charts = new DependencyGraph(app.node).topology().filter(isChart);
  return { charts: charts.map((chart) => ({ chart, objects: dependenciesFirst(chart) })), chartsDepend };
}

function inConstructionOrder(all: readonly IConstruct[]): AppChart[] {
  const charts = new Map<Chart, AppObject[]>();
  for (const construct of all) if (isChart(construct)) charts.set(construct, []);
  for (const construct of all) {
    if (!isApiObject(construct)) continue;
    const chart = chartOf(construct);
    charts.get(chart)?.push(toAppObject(construct, chart));
  }
  return [...charts].map(([chart, objects]) => ({ chart, objects }));
}

function dependenciesFirst(chart: Chart): AppObject[] {
  return new DependencyGraph(chart.node)
    .topology()
    .filter(isApiObject)
    .filter((construct) => chartOf(construct) === chart)
    .map((construct) => toAppObject(construct, chart));
}

function isNested(chart: Chart): boolean {
  return chart.node.scopes.some((scope) => scope !== chart && isChart(scope));
}

/** Adds what dependencies between constructs mean for charts and objects; says whether charts depend on each other. */
function addImpliedDependencies(all: readonly IConstruct[]): boolean {
  let chartsDepend = false;
  for (const parent of all.filter(isChart)) {
    for (const child of parent.node.children.filter(isChart)) {
      parent.node.addDependency(child);
      chartsDepend = true;
    }
  }
  for (const [source, target] of dependenciesOf(all)) {
    const [sourceChart, targetChart] = [chartOf(source), chartOf(target)];
    if (sourceChart === targetChart) continue;
    sourceChart.node.addDependency(targetChart);
    chartsDepend = true;
  }
  for (const [source, target] of dependenciesOf(all)) addObjectDependencies(source, target);
  return chartsDepend;
}

function dependenciesOf(all: readonly IConstruct[]): [IConstruct, IConstruct][] {
  return all.flatMap((source) => source.node.dependencies.map((target): [IConstruct, IConstruct] => [source, target]));
}

function addObjectDependencies(source: IConstruct, target: IConstruct): void {
  const sources = objectsIn(source);
  for (const dependency of objectsIn(target)) {
    for (const dependent of sources) if (dependent !== dependency) dependent.node.addDependency(dependency);
  }
}

function objectsIn(construct: IConstruct): ApiObject[] {
  const chart = chartOf(construct);
  return construct.node
    .findAll()
    .filter(isApiObject)
    .filter((object) => chartOf(object) === chart);
}
