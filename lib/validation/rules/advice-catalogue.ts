import type { AdviceRule } from '../advice-rule';
import { probeAdvice } from './advice/probe';

/** All advice, sorted by the files that it comes from. */
export const adviceCatalogue: readonly AdviceRule[] = [...probeAdvice];
