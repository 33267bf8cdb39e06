/** More different messages than this about one object, for one reason, are combined into one event. */
const MOST_SIMILAR = 10;
/** How long a group of similar events lives without a new one, in seconds. */
const SIMILAR_SECONDS = 600;
/** How many events about one object may come in a burst, and how often one more, in seconds. */
const BURST = 25;
const REFILL_SECONDS = 300;

interface Group {
  readonly messages: Set<string>;
  last: number;
}

interface Bucket {
  tokens: number;
  since: number;
}

/** Which events of one component reach the API server, and with which words. */
export interface EventRecorder {
  /** @returns the message that is stored, or undefined when the event is dropped as spam. */
  record(object: string, reason: string, message: string, at: number): string | undefined;
}

/**
 * An event recorder with the limits of client-go: after ten different messages of one reason about one object the next
 * ones are combined, and after a burst of 25 events about one object only one every five minutes is kept.
 *
 * Follows k8s.io/client-go tools/record/events_cache.go EventAggregator.EventAggregate, EventSourceObjectSpamFilter.
 */
export function createEventRecorder(): EventRecorder {
  const groups = new Map<string, Group>();
  const buckets = new Map<string, Bucket>();

  const isSpam = (object: string, at: number): boolean => {
    const bucket = buckets.get(object) ?? { tokens: BURST, since: at };
    bucket.tokens = Math.min(BURST, bucket.tokens + (at - bucket.since) / REFILL_SECONDS);
    bucket.since = at;
    buckets.set(object, bucket);
    if (bucket.tokens < 1) return true;
    bucket.tokens -= 1;
    return false;
  };

  return {
    record(object, reason, message, at) {
      const key = `${object} ${reason}`;
      const known = groups.get(key);
      const group = known && at - known.last <= SIMILAR_SECONDS ? known : { messages: new Set<string>(), last: at };
      groups.set(key, group);
      group.last = at;
      group.messages.add(message);
      const isCombined = group.messages.size >= MOST_SIMILAR;
      if (isCombined) group.messages.delete(message);
      if (isSpam(object, at)) return undefined;
      return isCombined ? `(combined from similar events): ${message}` : message;
    },
  };
}
