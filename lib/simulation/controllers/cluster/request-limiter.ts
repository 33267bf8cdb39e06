/** How many requests a client may send to the API server. */
export interface ClientLimits {
  /** `--kube-api-qps`: requests per second in the long run. */
  readonly qps: number;
  /** `--kube-api-burst`: requests at once. */
  readonly burst: number;
}

/** What kube-controller-manager allows each of its controllers by default. */
export const DEFAULT_CLIENT_LIMITS: ClientLimits = { qps: 20, burst: 30 };

/** Holds requests back that come too fast. */
export interface RequestLimiter {
  /** Counts one request. @returns the seconds that it has to wait. */
  reserve(now: number): number;
}

/** A token bucket, full at the start. Follows golang.org/x/time/rate Limiter.Reserve. */
export function createRequestLimiter({ qps, burst }: ClientLimits): RequestLimiter {
  let tokens = burst;
  let since = 0;
  return {
    reserve(now) {
      tokens = Math.min(burst, tokens + (now - since) * qps) - 1;
      since = now;
      return tokens >= 0 ? 0 : -tokens / qps;
    },
  };
}
