import type { CustomResourceDefinition } from '../generated/decoded';

/** The port of a conversion webhook's Service. */
const HTTPS = 443;

/**
 * Fills in a CustomResourceDefinition: the names that follow from its kind, and no conversion.
 *
 * Follows k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1/defaults.go
 * SetDefaults_CustomResourceDefinitionSpec and SetDefaults_ServiceReference.
 */
export function defaultCustomResourceDefinition(definition: CustomResourceDefinition): void {
  definition.spec ??= {};
  const { spec } = definition;
  spec.names ??= {};
  if (!spec.names.singular) spec.names.singular = (spec.names.kind ?? '').toLowerCase();
  if (!spec.names.listKind && spec.names.kind) spec.names.listKind = `${spec.names.kind}List`;
  spec.conversion ??= { strategy: 'None' };
  const service = spec.conversion.webhook?.clientConfig?.service;
  if (service) service.port ??= HTTPS;
}
