import type {
  ConfigMapEnvSource,
  ConfigMapKeySelector,
  EnvFromSource,
  EnvVar,
  FileKeySelector,
  ObjectFieldSelector,
  ResourceFieldSelector,
  SecretEnvSource,
  SecretKeySelector,
} from '../../imports/k8s';
import type { ExactlyOne } from './exactly-one';
import type { ByName } from './named';

/** Where the value of an environment variable comes from. */
export interface EnvSources {
  /** A key of a ConfigMap in the namespace of the pod. */
  readonly configMapKeyRef: ByName<ConfigMapKeySelector, 'name'>;
  /** A field of the pod itself, such as `metadata.name` or `status.podIP`. */
  readonly fieldRef: ObjectFieldSelector;
  /** A key of a file of variables on an emptyDir volume. */
  readonly fileKeyRef: FileKeySelector;
  /** A resource request or limit of a container of the pod, such as `limits.memory`. */
  readonly resourceFieldRef: ResourceFieldSelector;
  /** A key of a Secret in the namespace of the pod. */
  readonly secretKeyRef: ByName<SecretKeySelector, 'name'>;
}

/** The value of an environment variable: the text itself, or the one source it is read from. */
export type EnvValue = string | ExactlyOne<EnvSources, 'an environment variable has exactly one source'>;

/** The environment variables of a container by name, in the order in which `$(NAME)` may refer back. */
export type Env = { readonly [name: string]: EnvValue };

/** All keys of a ConfigMap or of a Secret as environment variables. */
export type EnvFrom = Pick<EnvFromSource, 'prefix'> &
  ExactlyOne<
    {
      readonly configMapRef: ByName<ConfigMapEnvSource, 'name'>;
      readonly secretRef: ByName<SecretEnvSource, 'name'>;
    },
    'envFrom takes its variables from one source: configMapRef or secretRef'
  >;

/** The list of environment variables that Kubernetes stores, in the order in which they were written. */
export function envVars(env: Env): EnvVar[] {
  return Object.entries(env).map(([name, value]) =>
    typeof value === 'object' ? { name, valueFrom: value as EnvVar['valueFrom'] } : { name, value },
  );
}
