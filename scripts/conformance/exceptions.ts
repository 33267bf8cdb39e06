/** A judged case on which we differ from the servers, knowingly, in every version. */
export interface Exception {
  readonly id: string;
  readonly kind: 'miss' | 'other causes';
  readonly why: string;
}

const CEL = 'The expression is CEL, which is neither parsed nor type-checked.';

/** Every case on which we differ; the tests allow no other. */
export const exceptions: readonly Exception[] = [
  {
    id: 'services/service-kind.knative',
    kind: 'miss',
    why: 'A kind of a group that Kubernetes does not own: the recorded server had no such definition, yours may. It is reported as not checked.',
  },
  { id: 'services/webhook-match-conditions.syntax', kind: 'miss', why: CEL },
  { id: 'services/webhook-match-conditions.unknown-variable', kind: 'miss', why: CEL },
  { id: 'services/crd-schema.cel-syntax', kind: 'miss', why: CEL },
  { id: 'services/crd-schema.cel-unknown-field', kind: 'miss', why: CEL },
  {
    id: 'mutant/train-2069',
    kind: 'other causes',
    why: "The cluster IP lies outside the range of the recorded server's cluster, which a manifest cannot tell; we go on to what else is wrong.",
  },
  {
    id: 'mutant/train-154',
    kind: 'other causes',
    why: 'A schema of a CustomResourceDefinition with a default beside other mistakes: the server reports them in another step.',
  },
];
