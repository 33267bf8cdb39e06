import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A property of an OpenAPI v2 definition, as far as the served Kubernetes definitions use them. */
export interface Property {
  type?: string;
  format?: string;
  $ref?: string;
  items?: Property;
  additionalProperties?: Property;
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-patch-merge-key'?: string;
}

/** An OpenAPI v2 definition of one Kubernetes type. */
export interface Definition extends Property {
  properties?: Record<string, Property>;
  required?: string[];
  'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string }[];
}

/** The minors whose definitions the repository keeps. */
export const minors = [28, 29, 30, 31, 32, 33, 34, 35, 36];

/** The definitions that a Kubernetes 1.`minor` API server serves, by full name. */
export function readDefinitions(minor: number): Record<string, Definition> {
  const file = join(__dirname, '..', 'kubernetes-api', `v1.${minor}.json.gz`);
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
}

/** `io.k8s.api.core.v1.Probe` as `core.v1.Probe`. */
export function typeName(definition: string): string {
  return definition.replace('#/definitions/', '').split('.').slice(-3).join('.');
}
