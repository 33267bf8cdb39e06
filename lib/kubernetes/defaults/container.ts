import type { Container, EnvVar, EphemeralContainer } from '../generated/decoded';
import { imagePullPolicyOf } from './image-pull-policy';
import { defaultHTTPGetAction, defaultProbe } from './probe';
import { defaultResources } from './resource-list';

/**
 * Fills in a container of any role.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Container and the nested defaults of
 * zz_generated.defaults.go SetObjectDefaults_Pod.
 */
export function defaultContainer(container: Container | EphemeralContainer): void {
  if (!container.imagePullPolicy) container.imagePullPolicy = imagePullPolicyOf(container.image ?? '');
  if (!container.terminationMessagePath) container.terminationMessagePath = '/dev/termination-log';
  if (!container.terminationMessagePolicy) container.terminationMessagePolicy = 'File';
  if (container.ports) for (const port of container.ports) if (!port.protocol) port.protocol = 'TCP';
  if (container.env) for (const variable of container.env) defaultEnvVar(variable);
  defaultResources(container.resources);
  if (container.livenessProbe) defaultProbe(container.livenessProbe);
  if (container.readinessProbe) defaultProbe(container.readinessProbe);
  if (container.startupProbe) defaultProbe(container.startupProbe);
  const { postStart, preStop } = container.lifecycle ?? {};
  if (postStart?.httpGet) defaultHTTPGetAction(postStart.httpGet);
  if (preStop?.httpGet) defaultHTTPGetAction(preStop.httpGet);
}

function defaultEnvVar(variable: EnvVar): void {
  const source = variable.valueFrom;
  if (source === undefined) return;
  if (source.fieldRef && !source.fieldRef.apiVersion) source.fieldRef.apiVersion = 'v1';
  if (source.fileKeyRef && source.fileKeyRef.optional === undefined) source.fileKeyRef.optional = false;
}
