import { defineAdvice } from '../../advice-rule';

/** What the numbers of probes amount to. */
export const probeAdvice = defineAdvice([]);
