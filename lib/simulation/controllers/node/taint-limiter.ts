/** Lets one thing pass at a time, at a rate that can change. */
export interface TaintLimiter {
  /** Whether something may pass now, which then counts. */
  tryAccept(now: number): boolean;
  /** Changes the rate, in things per second. A limiter that was exhausted stays so at first. */
  setRate(rate: number, now: number): void;
}

/**
 * A token bucket of one token, full at the start.
 *
 * Follows kubernetes pkg/controller/nodelifecycle/scheduler/rate_limited_queue.go SwapLimiter.
 */
export function createTaintLimiter(initialRate: number): TaintLimiter {
  let rate = initialRate;
  let tokens = 1;
  let since = 0;
  const refill = (now: number) => {
    tokens = Math.min(1, tokens + (now - since) * rate);
    since = now;
  };
  const tryAccept = (now: number): boolean => {
    refill(now);
    if (rate === 0 || tokens < 1) return false;
    tokens -= 1;
    return true;
  };
  return {
    tryAccept,
    setRate(wanted, now) {
      if (wanted === rate) return;
      const isExhausted = !tryAccept(now);
      rate = wanted;
      tokens = isExhausted ? 0 : 1;
      since = now;
    },
  };
}
