import type { JSONSchemaProps } from '../../../lib/kubernetes/generated/decoded';
import { validate } from '../../../lib/validation/validate';

type Body = Record<string, unknown>;

/** The CustomResourceDefinition of Widgets in example.com, with a schema of v1 and fields merged over its version and spec. */
export function definition(schema: JSONSchemaProps, version: Body = {}, spec: Body = {}): Body {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Widget', plural: 'widgets' },
      scope: 'Namespaced',
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', ...schema } },
          ...version,
        },
      ],
      ...spec,
    },
  };
}

/** A Widget with this spec. */
export function widget(spec: unknown, body: Body = {}): Body {
  return { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'web' }, spec, ...body };
}

/** What is found in a Widget with this spec, each as `field: Reason`. */
export function findings(schema: JSONSchemaProps, spec: unknown, kubeVersion = '1.36'): string[] {
  return findingsOf(widget(spec), definition(schema), kubeVersion);
}

/** What is found in an object beside its definition, each as `field: Reason`. */
export function findingsOf(object: Body, defined: Body, kubeVersion = '1.36'): string[] {
  return validate([object], { kubeVersion, customResourceDefinitions: [defined] }).map(
    ({ field, reason }) => `${field}: ${reason}`,
  );
}
