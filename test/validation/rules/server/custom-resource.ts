import { object } from '../../manifests';

type Body = Record<string, unknown>;

/** A version with a plain schema, `version` merged over it. */
export function crdVersion(version: Body = {}): Body {
  return { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } }, ...version };
}

/** A valid CustomResourceDefinition, `spec` merged over its spec. */
export function customResource(spec: Body = {}, metadata: Body = {}): Body {
  return object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
    metadata: { name: 'widgets.example.com', ...metadata },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { plural: 'widgets', kind: 'Widget' },
      versions: [crdVersion()],
      ...spec,
    },
  });
}

/** A CustomResourceDefinition with one version, whose schema is of type object with `schema` merged over it. */
export function schemaOf(schema: Body, version: Body = {}): Body {
  return customResource({
    versions: [crdVersion({ schema: { openAPIV3Schema: { type: 'object', ...schema } }, ...version })],
  });
}

/** A CustomResourceDefinition whose only field, `a`, has this schema. */
export function fieldOf(a: Body): Body {
  return schemaOf({ properties: { a } });
}
