interface ForeignKind {
  readonly reason: string;
  readonly matches: (fileName: string, object: Readonly<Record<string, unknown>>) => boolean;
}

/** Groups of what programs read from files; no API server has kinds of theirs. */
const CONFIGURATION =
  /^((audit|kubeadm|apiserver|client\.authentication|[a-z.-]+\.config)\.k8s\.io|(kind|k3d)(\.x-k8s)?\.io|eksctl\.io|skaffold)\//;

const FOREIGN_KINDS: readonly ForeignKind[] = [
  {
    reason:
      'A Kustomization is read by kustomize, not by the cluster: check the output of `kubectl kustomize` instead.',
    matches: (fileName, { apiVersion }) =>
      /^(kustomization\.ya?ml|Kustomization)$/.test(fileName) ||
      (typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/')),
  },
  {
    reason: 'The description of a Helm chart is not sent to the cluster: check the output of `helm template` instead.',
    matches: (fileName, object) => /^Chart\.ya?ml$/.test(fileName) && !('kind' in object),
  },
  {
    reason: 'Helm values are not sent to the cluster: check the output of `helm template` instead.',
    matches: (fileName, object) => /^values.*\.ya?ml$/.test(fileName) && hasNoType(object),
  },
  {
    reason: 'A Compose file is not a manifest of Kubernetes.',
    matches: (fileName, object) => /^(docker-)?compose.*\.ya?ml$/.test(fileName) && hasNoType(object),
  },
  {
    reason: 'The configuration of a cdk8s app is not a manifest: check the files that the app synthesizes instead.',
    matches: (fileName, object) => fileName === 'cdk8s.yaml' && hasNoType(object),
  },
  {
    reason: 'The configuration of a program is read from its file, not sent to the cluster.',
    matches: (_, { apiVersion }) => typeof apiVersion === 'string' && CONFIGURATION.test(apiVersion),
  },
  {
    reason: 'A kubeconfig file tells kubectl where the cluster is, and is not sent to it.',
    matches: (_, object) => object.apiVersion === 'v1' && object.kind === 'Config' && 'clusters' in object,
  },
];

/** Why a document is no manifest that could be applied, as a sentence; undefined when it may be one. */
export function skipReason(file: string, object: Readonly<Record<string, unknown>>): string | undefined {
  const fileName = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return FOREIGN_KINDS.find(({ matches }) => matches(fileName, object))?.reason;
}

function hasNoType(object: Readonly<Record<string, unknown>>): boolean {
  return !('apiVersion' in object) && !('kind' in object);
}
