/** Something worth a line in a list of what happened. */
export interface Happening {
  /** Simulated seconds. */
  readonly at: number;
  /** The pod, the pod and its container, or another object. */
  readonly subject: string;
  readonly text: string;
  readonly isTrouble: boolean;
}
